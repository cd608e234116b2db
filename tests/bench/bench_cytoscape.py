#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench_cytoscape.py BENCH-NETWORK NODE_MODULES [ACTORS RELATIONS [ITERATIONS]]: our network beside Cytoscape.js.

Runs bench-network (which needs a display), takes the dossier it has made, and lets Cytoscape.js in Chromium lay out and
move the same actors and relations in a picture as large, on the same way. Prints a line of JSON for each. Both paint
without a graphics card. ITERATIONS shortens Cytoscape.js' layout "cose", 1,000 steps by itself, which takes its time
with thousands of actors; the picture that is moved is less tidy then. "painted_percent" says how many of the frames it
has painted. Says so and ends with 0 where Chromium or the module cytoscape is missing.
"""

import http.server
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

WIDTH, HEIGHT, FRAMES = 1200, 750, 360
PATIENCE = 420  # seconds

# The way is that of bench-network: a third pans, a third zooms to single names and out again, a third does both.
PAGE = """<!doctype html><meta charset="utf-8"><title>Cytoscape.js</title>
<div id="c" style="width:%(width)dpx;height:%(height)dpx"></div>
<script src="/cytoscape/dist/cytoscape.min.js"></script>
<script>
const frames = %(frames)d, width = %(width)d, height = %(height)d;
const lines = [ [ "#98210f", "solid" ], [ "#cb6213", "dashed" ], [ "#74757a", "dotted" ], [ "#1a8bc4", "solid" ],
                [ "#0d4052", "solid" ] ];
const style = [
  { selector: "node", style: { width: 19, height: 19, label: "data(name)", "font-size": 12,
                               "background-color": "#3d3f47" } },
  { selector: "edge", style: { width: 2, "curve-style": "bezier", "line-color": e => lines[e.data ("level")][0],
                               "line-style": e => lines[e.data ("level")][1] } } ];

function walk (cy, begin, laidOut) {
  const home = { zoom: cy.zoom (), pan: { ...cy.pan () } };
  const middle = { x: (width / 2 - home.pan.x) / home.zoom, y: (height / 2 - home.pan.y) / home.zoom };
  const intervals = [];
  let frame = 0, last = 0, painted = 0;
  cy.on ("render", () => painted++);
  const step = now => {
    if (frame > 0)
      intervals.push (now - last);
    last = now;
    if (frame == frames) {
      intervals.sort ((a, b) => a - b);
      fetch ("/result", { method: "POST", body: JSON.stringify ({
        layout_ms: laidOut - begin, painted_percent: 100 * painted / frames,
        p50: intervals[Math.floor (frames / 2)], p95: intervals[Math.floor (frames * 0.95)],
        missed_percent: 100 * intervals.filter (i => i > 25).length / frames }) });
      return;
    }
    const t = frame++ / frames, part = (3 * t %% 1) * 2 * Math.PI, pans = t < 1 / 3 || t >= 2 / 3;
    const zoom = home.zoom * (t < 1 / 3 ? 1 : Math.pow (1.2 / home.zoom, (1 - Math.cos (part)) / 2));
    const x = middle.x + (pans ? 300 / home.zoom * Math.sin (part) : 0);
    const y = middle.y + (pans ? 150 / home.zoom * Math.sin (2 * part) : 0);
    cy.viewport ({ zoom, pan: { x: width / 2 - x * zoom, y: height / 2 - y * zoom } });
    requestAnimationFrame (step);
  };
  requestAnimationFrame (() => requestAnimationFrame (step));
}

fetch ("/elements").then (r => r.json ()).then (elements => {
  const begin = performance.now ();
  const cy = cytoscape ({ container: document.getElementById ("c"), elements, style, pixelRatio: 1,
                          minZoom: 1e-3, layout: { name: "preset" } });
  const layout = cy.layout ({ name: "cose", animate: false, fit: true, numIter: %(iterations)d });
  layout.one ("layoutstop", () => walk (cy, begin, performance.now ()));
  layout.run ();
});
</script>"""


def make_elements(dossier):
    """Actors and relations as Cytoscape.js wants them; a relation shows the level of its stance."""
    nodes = [{"data": {"id": actor["id"], "name": actor["name"]}} for actor in dossier["actors"]]
    edges = [{"data": {"source": relation["from"], "target": relation["to"],
                       "level": round(2 * relation["stance"]) + 2}} for relation in dossier["relations"]]
    member = [{"data": {"source": actor["id"], "target": actor["part_of"], "level": 2}}
              for actor in dossier["actors"] if "part_of" in actor]
    return nodes + edges + member


def make_handler(modules, elements, iterations, results, done):
    page = PAGE % {"width": WIDTH, "height": HEIGHT, "frames": FRAMES, "iterations": iterations}

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(modules))

        def do_GET(self):
            body = {"/": page, "/elements": json.dumps(elements)}.get(self.path)
            if body is None:
                super().do_GET()
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/html" if self.path == "/" else "application/json")
            self.end_headers()
            self.wfile.write(body.encode())

        def do_POST(self):
            results.update(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()
            done.set()

        def log_message(self, *arguments):
            pass

    return Handler


def main():
    if len(sys.argv) not in (3, 5, 6):
        print(__doc__)
        return 2
    bench, modules = sys.argv[1], pathlib.Path(sys.argv[2])
    numbers = sys.argv[3:5] or ["2000", "5000"]
    iterations = int(sys.argv[5]) if len(sys.argv) > 5 else 1000
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        path = pathlib.Path(place) / "crowd.dossier.json"
        subprocess.run([bench, *numbers, str(path)], check=True)
        elements = make_elements(json.loads(path.read_text(encoding="utf-8")))
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        if chromium is None or not (modules / "cytoscape").is_dir():
            print("Not compared: Chromium or the module cytoscape is not here.")
            return 0
        results, done = {}, threading.Event()
        handler = make_handler(modules, elements, iterations, results, done)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        command = [chromium, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={place}/profile",
                   f"--window-size={WIDTH + 100},{HEIGHT + 100}", "--remote-debugging-port=0",
                   f"http://127.0.0.1:{server.server_port}/"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as browser:
            finished = done.wait(PATIENCE)
            browser.terminate()
    if not finished:
        print(f"Not compared: the page did not finish within {PATIENCE} seconds.")
        return 0
    print(json.dumps({"bench": "cytoscape.js", "actors": int(numbers[0]), "relations": int(numbers[1]),
                      "iterations": iterations,
                      **{key: round(value, 1) for key, value in results.items()}}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
