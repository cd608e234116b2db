#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench_vis_timeline.py NODE_MODULES [EVENTS [FRAMES]]: how vis-timeline pans in Chromium, for comparison.

The events are those that a dossier of as many would have: days of a century, denser towards its end. Prints a line of
JSON: how long the timeline took to stand, and the time from frame to frame while it pans at a sixth of the span, as
bench-timeline does. Says so and ends with 0 where Chromium or vis-timeline is missing.
"""

import http.server
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import threading

PAGE = """<!doctype html><meta charset="utf-8"><title>vis-timeline</title>
<link rel="stylesheet" href="/vis-timeline/styles/vis-timeline-graph2d.min.css">
<div id="t" style="width:1200px;height:362px"></div>
<script src="/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<script>
const frames = %d, day = 86400000, first = Date.UTC (1920, 0, 1), span = 100 * 365.25 * day;
fetch ("/events").then (r => r.json ()).then (events => {
  const begin = performance.now ();
  const items = events.map ((at, i) => ({ id: i, content: "Event number " + i, start: first + at * span }));
  const view = part => [ first + (0.5 + 0.5 * Math.sin (part * 2 * Math.PI)) * span * 5 / 6 ];
  const timeline = new vis.Timeline (document.getElementById ("t"), items,
    { height: 362, start: first, end: first + span / 6 });
  let frame = 0, last = 0, stood = 0;
  const intervals = [];
  const step = now => {
    if (frame == 0)
      stood = performance.now () - begin;
    else
      intervals.push (now - last);
    last = now;
    if (frame++ == frames) {
      intervals.sort ((a, b) => a - b);
      fetch ("/result", { method: "POST", body: JSON.stringify ({ stood_ms: stood, p50: intervals[Math.floor (frames / 2)],
        p95: intervals[Math.floor (frames * 0.95)], missed_percent: 100 * intervals.filter (i => i > 25).length / frames }) });
      return;
    }
    const [ at ] = view (frame / frames);
    timeline.setWindow (at, at + span / 6, { animation: false });
    requestAnimationFrame (step);
  };
  requestAnimationFrame (() => requestAnimationFrame (step));
});
</script>"""


def make_handler(modules, events, frames, results, done):
    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(modules))

        def do_GET(self):
            body = {"/": PAGE % frames, "/events": json.dumps(events)}.get(self.path)
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
    modules = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
    n, frames = (int(word) for word in (sys.argv[2:4] + ["5000", "120"][len(sys.argv[2:4]):]))
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None or modules is None or not (modules / "vis-timeline").is_dir():
        print("Not compared: Chromium or the module vis-timeline is not here.")
        return 0
    generator = random.Random(1)
    events = [generator.random() ** 0.5 for _ in range(n)]
    results, done = {}, threading.Event()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), make_handler(modules, events, frames, results, done))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        command = [chromium, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={place}",
                   "--window-size=1300,500", "--remote-debugging-port=0", f"http://127.0.0.1:{server.server_port}/"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as browser:
            finished = done.wait(300)
            browser.terminate()
    if not finished:
        print("Not compared: the page did not finish within five minutes.")
        return 0
    print(json.dumps({"bench": "vis-timeline", "events": n, "frames": frames, **{key: round(value, 1) for key, value in results.items()}}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
