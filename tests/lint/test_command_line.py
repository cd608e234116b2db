#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done at the command line, without a display. Prints TAP.

Usage: test_command_line.py SOURCE_ROOT PROGRAM
"""
import csv
import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree

from dfquad import strengths
from tap import Tap

ROOT = pathlib.Path(sys.argv[1]).resolve()
PROGRAM = pathlib.Path(sys.argv[2]).resolve()
SMALL = ROOT / "tests/fixtures/small.dossier.json"
BUNDLED = sorted((ROOT / "data/dossiers").glob("*.dossier.json"))

tap = Tap()


def run(*arguments, folder=None):
    """The program with these arguments: no display, no settings, warnings are fatal."""
    environment = {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "HOME": "/nonexistent",
        "GSETTINGS_BACKEND": "memory",
        "G_DEBUG": "fatal-warnings",
        "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
        "LSAN_OPTIONS": os.environ.get("LSAN_OPTIONS", ""),
    }
    return subprocess.run(
        [PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=60, cwd=folder, env=environment, check=False
    )


def faults_of(result, status, out="", err=""):
    """Sentences on how a run differs from what was expected; out and err are regular expressions for the whole text."""
    if result.returncode != status:
        yield f"exit status {result.returncode}, not {status}"
    for name, text, expected in (("output", result.stdout, out), ("error output", result.stderr, err)):
        if not re.fullmatch(expected, text, re.DOTALL):
            yield f"{name}: {text!r}"


def check_words(folder):
    """Version, help, and everything that is refused."""
    missing = folder / "missing.dossier.json"
    sentence = r"demarche: [^\n]+\n"
    table = [
        ("--version", ["--version"], 0, r"demarche \d+\.\d+\.\d+\n", ""),
        ("--help", ["--help"], 0, r".*--check.*--new.*--export.*", ""),
        ("an unknown option", ["--colour"], 2, "", sentence),
        ("two commands at once", ["--check", "--version"], 2, "", sentence),
        ("details without --export", ["--dark", SMALL], 2, "", sentence),
        ("--check without a file", ["--check"], 2, "", sentence),
        ("details without --export for --evaluate", ["--evaluate", "--dark", SMALL], 2, "", sentence),
        ("a scenario for nothing", ["--scenario", "what-if", SMALL], 2, "", sentence),
        ("--evaluate without a file", ["--evaluate"], 2, "", sentence),
        ("--evaluate of two files", ["--evaluate", SMALL, SMALL], 2, "", sentence),
        ("--evaluate of what is not there", ["--evaluate", missing], 2, "", sentence),
        ("--evaluate under an unknown scenario", ["--evaluate", "--scenario", "a", SMALL], 2, "", sentence),
        ("--export without a file", ["--export", folder / "map.png"], 2, "", sentence),
        ("--export of two files", ["--export", folder / "map.png", SMALL, SMALL], 2, "", sentence),
        ("--export of what is not there", ["--export", folder / "map.png", missing], 2, "", sentence),
        ("a table of no claims", ["--export", folder / "map.csv", SMALL], 2, "", sentence),
        ("a table in the dark", ["--export", folder / "claims.csv", "--dark", SMALL], 2, "", sentence),
        ("a picture of claims", ["--export", folder / "claims.png", SMALL], 2, "", sentence),
        ("an unknown ending", ["--export", folder / "map.bmp", SMALL], 2, "", sentence),
        ("a name that says no view", ["--export", folder / "picture.png", SMALL], 2, "", sentence),
        ("an unknown view", ["--export", folder / "map.png", "--view", "globe", SMALL], 2, "", sentence),
        ("an unknown id", ["--export", folder / "map.png", "--select", "a,nobody", SMALL], 2, "", ".*nobody.*\n"),
        ("an unknown scenario", ["--export", folder / "map.png", "--scenario", "a", SMALL], 2, "", sentence),
        ("a perspective of nobody", ["--export", folder / "map.png", "--perspective", "a+b", SMALL], 2, "", sentence),
        ("a perspective for nothing", ["--perspective", "a", SMALL], 2, "", sentence),
        ("a period that is none", ["--export", folder / "map.png", "--period", "1990-13", SMALL], 2, "", sentence),
        ("an empty period", ["--export", folder / "map.png", "--period", "", SMALL], 2, "", sentence),
        ("a folder that is not there", ["--export", folder / "no/map.png", SMALL], 2, "", sentence),
        ("a device for a file", ["--export", "/dev/null", "--view", "map", SMALL], 2, "", sentence),
    ]
    for size in ("1200", "x", "0x0", "1200x", "1200x750x3", "-5x300", "100000x100", "1e3x500", " 300x300"):
        arguments = ["--export", folder / "map.png", "--size", size, SMALL]
        table.append((f"the size '{size}'", arguments, 2, "", sentence))
    for name, arguments, status, out, err in table:
        tap.check(name, list(faults_of(run(*arguments), status, out, err)))
    tap.check("nothing was written", [str(path) for path in folder.iterdir()])


def check_check(folder):
    """--check: silence and 0, or each fault with its place."""
    tap.check("--check of a sound file", list(faults_of(run("--check", SMALL), 0)))
    for path in BUNDLED:
        tap.check(f"--check of {path.name}", list(faults_of(run("--check", path), 0)))
    broken = folder / "broken.dossier.json"
    text = SMALL.read_text(encoding="utf-8")
    broken.write_text(text.replace('"to": "c"', '"to": "nobody"'), encoding="utf-8")
    place = re.escape(str(broken))
    said = rf"{place}:18:39: warning: [^\n]*nobody[^\n]* \[[a-z-]+\]\n"
    tap.check("--check of a dangling reference", list(faults_of(run("--check", broken), 1, said)))
    broken.write_text(text.replace('"stance": 0.8', '"stance": 08'), encoding="utf-8")
    said = rf"{place}:18:75: error: [^\n]* \[[a-z-]+\]\n"
    tap.check("--check of what is not JSON", list(faults_of(run("--check", broken), 2, said)))
    tap.check("--check of a good and a bad file", list(faults_of(run("--check", SMALL, broken), 2, said)))
    result = run("--export", folder / "map.png", broken)
    tap.check("--export of a broken file", list(faults_of(result, 2, "", r"demarche: [^\n]+\n")))


def evaluate(path, scenario=None):
    """What --evaluate prints, as strengths of claims and of inferences by id, and the whole."""
    result = run("--evaluate", *(["--scenario", scenario] if scenario else []), path)
    whole = json.loads(result.stdout)
    return *({item["id"]: item["strength"] for item in whole[array]} for array in ("claims", "inferences")), whole


def differences(found, expected, least=1e-6):
    """Sentences on strengths that are not what another evaluator makes of the same dossier."""
    if found.keys() != expected.keys():
        yield f"other items: {found.keys() ^ expected.keys()}"
    for name in found.keys() & expected.keys():
        if found[name] is None or abs(found[name] - expected[name]) > least:
            yield f"{name}: {found[name]}, not {expected[name]}"


def check_evaluate(_folder):
    """--evaluate: the shape of what it prints, and the numbers, against another evaluator."""
    claims, steps, whole = evaluate(SMALL)
    # "grudge" attacks as strongly as "cheap" supports.
    tap.check("--evaluate of a small file", list(differences(claims, {"thesis": 0.1, "cheap": 0.5, "grudge": 0.5})))
    tap.check("its steps", list(differences(steps, {"i1": 0.5, "i2": 0.5})))
    tap.check("its arrays", [] if list(whole) == ["claims", "inferences", "cruxes"] else [str(list(whole))])
    claims, _steps, whole = evaluate(SMALL, "what-if")
    expected = {"thesis": 0.46, "cheap": 0.9, "grudge": 0.5, "hope": 0.5}
    tap.check("--evaluate under a scenario", list(differences(claims, expected)))
    status = {claim["id"]: claim["status"] for claim in whole["claims"]}
    tap.check("what is assumed is said", [] if status["cheap"] == "assumed" else [str(status)])
    for path in BUNDLED:
        dossier = json.loads(path.read_text(encoding="utf-8"))
        for scenario in [None, *dossier["scenarios"]]:
            claims, steps, _whole = evaluate(path, scenario and scenario["id"])
            expected = strengths(dossier, scenario["assume"] if scenario else {})
            name = f"{path.name}, {scenario['id'] if scenario else 'no scenario'}"
            tap.check(f"claims of {name}", list(differences(claims, expected[0])))
            tap.check(f"steps of {name}", list(differences(steps, expected[1])))


def check_new(folder):
    """--new: a sound file, and never over another."""
    path = folder / "new.dossier.json"
    tap.check("--new writes", list(faults_of(run("--new", path), 0)))
    tap.check("--new writes a sound file", list(faults_of(run("--check", path), 0)))
    first = json.loads(path.read_text(encoding="utf-8"))["id"]
    path.write_text("mine", encoding="utf-8")
    tap.check("--new over a file is refused", list(faults_of(run("--new", path), 2, "", r"demarche: [^\n]+\n")))
    tap.check("the file is left as it was", [] if path.read_text(encoding="utf-8") == "mine" else ["it was changed"])
    result = run("--new", folder / "no/new.dossier.json")
    tap.check("--new in a folder that is not there", list(faults_of(result, 2, "", r"demarche: [^\n]+\n")))
    result = run("--new", "here.dossier.json", folder=folder)
    tap.check("--new beside where one stands", list(faults_of(result, 0)))
    tap.check("it is there", [] if (folder / "here.dossier.json").exists() else ["it is not"])
    second = json.loads((folder / "here.dossier.json").read_text(encoding="utf-8"))["id"]
    tap.check("--new gives each dossier an id of its own", [] if first != second else [f"both are {first}"])


def png_size(path):
    """Width and height of a PNG."""
    data = path.read_bytes()
    return struct.unpack(">II", data[16:24]) if data[:8] == b"\x89PNG\r\n\x1a\n" else None


def check_pdf(path, words):
    """Real text and a title."""
    if shutil.which("pdftotext") is None:
        yield "pdftotext is not installed (poppler-utils)"
        return
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, timeout=60, check=True).stdout
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, timeout=60, check=True).stdout
    yield from (f"it does not say {word!r}" for word in words if word not in text)
    if not re.search(r"^Title: +\S", info, re.MULTILINE):
        yield "it has no title"
    if not re.search(r"^Pages: +1$", info, re.MULTILINE):
        yield "it is not one page"


def check_view(folder, view, words):
    """A view in all three formats."""
    for ending in ("pdf", "png", "svg"):
        path = folder / f"{view}.{ending}"
        tap.check(f"{path.name} is written", list(faults_of(run("--export", path, SMALL), 0)))
    tap.check(f"{view}.pdf has text and title", list(check_pdf(folder / f"{view}.pdf", words)))
    svg = xml.etree.ElementTree.parse(folder / f"{view}.svg").getroot()
    tap.check(f"{view}.svg is SVG", [] if svg.tag == "{http://www.w3.org/2000/svg}svg" else [svg.tag])
    vectors = [] if svg.find(".//{http://www.w3.org/2000/svg}image") is None else ["it has an image inside"]
    tap.check(f"{view}.svg is vectors", vectors)
    path = folder / "sized.png"
    tap.check(f"{view} in a size", list(faults_of(run("--export", path, "--view", view, "--size", "640x480", SMALL), 0)))
    tap.check("it has that size", [] if png_size(path) == (640, 480) else [str(png_size(path))])


def check_focus(folder):
    """What is selected, when, in which scenario and in which style changes the picture."""
    pictures = set()
    ways = [
        [],
        ["--dark"],
        ["--select", "a,a+b"],
        ["--period", "1990/1995"],
        ["--period", "2000/.."],
        ["--scenario", "what-if"],
    ]
    for number, options in enumerate(ways):
        path = folder / f"{number}.png"
        result = run("--export", path, "--view", "timeline", "--size", "800x600", *options, SMALL)
        tap.check(f"export {' '.join(options) or 'of all'}", list(faults_of(result, 0)))
        pictures.add(path.read_bytes())
    tap.check("each is another picture", [] if len(pictures) == len(ways) else [f"only {len(pictures)} differ"])


def check_documents(folder):
    """The outline as Markdown and the claims as comma-separated values; no number that --evaluate does not print."""
    for source in BUNDLED:
        dossier = json.loads(source.read_text(encoding="utf-8"))
        for scenario in [None, *(item["id"] for item in dossier["scenarios"])]:
            options = ["--scenario", scenario] if scenario else []
            path = folder / "all-claims.csv"
            tap.check(f"claims of {source.name} {scenario}", list(faults_of(run("--export", path, *options, source), 0)))
            with path.open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            found = {row["id"]: float(row["strength"]) for row in rows if row["strength"]}
            tap.check("its strengths", list(differences(found, strengths(dossier, next(
                (item["assume"] for item in dossier["scenarios"] if item["id"] == scenario), {}))[0], 1e-4)))
            texts = {claim["id"]: claim["text"] for claim in dossier["claims"]}
            wrong = [row["id"] for row in rows if row["text"] != texts[row["id"]]]
            tap.check("its texts", wrong if len(rows) == len(texts) else [f"{len(rows)} rows"])
        path = folder / "outline.md"
        tap.check(f"outline of {source.name}", list(faults_of(run("--export", path, source), 0)))
        text = path.read_text(encoding="utf-8")
        tap.check("--view says what it is", list(faults_of(run("--export", folder / "a.md", "--view", "outline", source), 0)))
        tap.check("it has all parts", [word for word in ("# ", "## ", "### ", "no probabilities") if word not in text])


def check_papers(folder):
    """What is handed out: every page marked, real text, and no speaker's notes unless asked for."""
    dossier = json.loads(BUNDLED[0].read_text(encoding="utf-8"))
    stops, marking = dossier["briefing"]["stops"], dossier["briefing"]["marking"]
    for name in "brief", "report":
        for ending in "md", "html", "pdf":
            path = folder / f"{name}.{ending}"
            tap.check(f"{name}.{ending}", list(faults_of(run("--export", path, BUNDLED[0]), 0)))
        html = (folder / f"{name}.html").read_text(encoding="utf-8")
        tap.check("it needs no other file", [word for word in ("<script", 'src="http', "<link") if word in html])
        tap.check("it has headings", [] if "<h1" in html and "<h2" in html else ["no headings"])
        tap.check("the numbers are explained", [] if "no probabilities" in html else ["they are not"])
    for name, options in ("slides", ()), ("handout", ()), ("handout", ("--notes",)):
        path = folder / f"{name}.pdf"
        tap.check(f"{name} {options}", list(faults_of(run("--export", path, *options, BUNDLED[0]), 0)))
        if shutil.which("qpdf"):
            checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, timeout=60, check=False)
            tap.check("it is sound", [] if checked.returncode == 0 else [checked.stdout + checked.stderr])
        if not shutil.which("pdftotext"):
            continue
        pages = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, timeout=60,
                               check=True).stdout.split("\f")[:-1]
        flat = [" ".join(page.split()) for page in pages]
        whole = " ".join(flat)
        if name == "slides":
            tap.check("a page for each stop", [] if len(pages) == len(stops) else [f"{len(pages)} pages"])
        tap.check("every page is marked", [str(number) for number, page in enumerate(flat, 1) if marking[:24] not in page])
        tap.check("every stop is there", [stop["headline"] for stop in stops if stop["headline"] not in whole])
        has_notes = "Two weeks after the election nothing has been announced" in whole
        tap.check("notes only when asked for", [] if has_notes == bool(options) else ["they are there" if has_notes else "none"])
    if shutil.which("pdfinfo"):
        info = subprocess.run(["pdfinfo", folder / "brief.pdf"], capture_output=True, text=True, timeout=60, check=True).stdout
        fields = dict(line.split(":", 1) for line in info.splitlines() if ":" in line)
        tap.check("a brief is one page", [] if fields["Pages"].strip() == "1" else [fields["Pages"]])
        tap.check("title, author, subject", [word for word in ("Title", "Author", "Subject") if not fields.get(word, "").strip()])
    before = (folder / "brief.pdf").read_bytes()
    for title, arguments in (("slides as text", ["slides.md"]), ("a period of a brief", ["brief.pdf", "--period", "2016"]),
                             ("notes of a map", ["map.pdf", "--notes"]), ("notes of slides", ["slides.pdf", "--notes"])):
        result = run("--export", folder / arguments[0], *arguments[1:], BUNDLED[0])
        tap.check(f"{title}: refused", list(faults_of(result, 2, "", r"demarche: [^\n]+\n")))
    run("--export", folder / "brief.pdf", folder / "nothing.json")
    tap.check("what was there survives a failure", [] if (folder / "brief.pdf").read_bytes() == before else ["it is another"])


def check_perspective(folder):
    """Whose relations are shown changes map and network; on paper they stay vectors."""
    for view in "map", "network":
        pictures = set()
        for number, options in enumerate(([], ["--perspective", "china"], ["--perspective", "usa"])):
            path = folder / f"{view}-{number}.svg"
            result = run("--export", path, "--view", view, "--size", "800x600", "--period", "2016/2017", *options, BUNDLED[0])
            tap.check(f"{view} {' '.join(options) or 'of all'}", list(faults_of(result, 0)))
            svg = path.read_text(encoding="utf-8")
            pictures.add(svg)
            tap.check("it is vectors", ["it has an image inside"] if "<image" in svg else [])
            # Cairo 1.16 leaves a recording that does not begin at its own corner in that of the page.
            astray = re.findall(r'<use xlink:href="#surface\d+"/>', svg)
            tap.check("every part is in its place", astray[:3])
        tap.check("each is another picture", [] if len(pictures) == 3 else [f"only {len(pictures)} differ"])


def check_pages(folder):
    """An argument that does not fit one page goes on, numbered, and ends even where hardly anything fits."""
    cases = (("argument", (), 2), ("argument", ("--size", "200x200"), 1), ("argument", ("--size", "400x400"), 3),
             ("outline", (), 2), ("outline", ("--size", "200x200"), 20))
    for view, options, least in cases:
        path = folder / f"{view}.pdf"
        tap.check(f"a long {view} {' '.join(options)}", list(faults_of(run("--export", path, *options, BUNDLED[0]), 0)))
        if shutil.which("pdfinfo"):
            info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, timeout=60, check=True).stdout
            pages = int(re.search(r"^Pages: +(\d+)$", info, re.MULTILINE)[1])
            tap.check("it has several pages", [] if pages >= least else [f"it has {pages}"])
        if shutil.which("pdftotext") and not options:
            text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, timeout=60, check=True).stdout
            tap.check("they are numbered", [word for word in ("Page 1 of ", "Page 2 of ") if word not in text])
            dossier = json.loads(BUNDLED[0].read_text(encoding="utf-8"))
            words = " ".join(unicodedata.normalize("NFKC", text).split())  # fonts may join f and i
            missing = [claim["id"] for claim in dossier["claims"] if claim["kind"] != "thesis"
                       and " ".join(claim.get("label", claim["text"]).split()[:2]) not in words]
            tap.check("no claim is missing", missing if view == "argument" else [])


def check_timeline(folder):
    """The timeline in any size and format, the histogram's veils and hatches included, is vectors."""
    for size in "200x200", "720x226", "1200x362", "10000x400":
        for options in [], ["--dark", "--select", "china+north-korea", "--period", "2012/2021"]:
            name = f"timeline {size} {' '.join(options)}"
            arguments = ["--view", "timeline", "--size", size, *options, BUNDLED[0]]
            for ending in "svg", "pdf", "png":
                result = run("--export", folder / f"timeline.{ending}", *arguments)
                tap.check(f"{name} as {ending}", list(faults_of(result, 0)))
            svg = (folder / "timeline.svg").read_text(encoding="utf-8")
            tap.check("its SVG is vectors", ["it has an image inside"] if "<image" in svg else [])
            expected = tuple(int(number) for number in size.split("x"))
            found = png_size(folder / "timeline.png")
            tap.check("its PNG has that size", [] if found == expected else [str(found)])
            if shutil.which("pdfimages"):
                command = ["pdfimages", "-list", folder / "timeline.pdf"]
                images = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
                tap.check("its PDF is vectors", images.splitlines()[2:])


def check_survival(folder):
    """A file that is there survives when the new one cannot be made."""
    path = folder / "keep-map.png"
    path.write_text("mine", encoding="utf-8")
    run("--export", path, "--select", "nobody", SMALL)
    tap.check("a failed export leaves the file", [] if path.read_text(encoding="utf-8") == "mine" else ["it was changed"])
    tap.check("a good one replaces it", list(faults_of(run("--export", path, SMALL), 0)))
    tap.check("by a picture", [] if png_size(path) else ["it is none"])
    others = [other.name for other in folder.iterdir() if other.name != path.name]
    tap.check("and leaves nothing else behind", others)


for part in (check_words, check_check, check_evaluate, check_new, check_focus, check_perspective, check_documents, check_papers,
             check_pages, check_timeline, check_survival):
    with tempfile.TemporaryDirectory() as place:
        part(pathlib.Path(place))
for name, said in (
    ("map", ["Two towns", "Aland", "Borders: Natural Earth; no position implied"]),
    ("network", ["Two towns", "Aland", "Strained"]),
    ("timeline", ["Two towns", "The attack"]),
    ("argument", ["Two towns", "They should talk.", "Talking is cheap."]),
    ("outline", ["Two towns", "They should talk.", "Talking is cheap."]),
):
    with tempfile.TemporaryDirectory() as place:
        check_view(pathlib.Path(place), name, said)
sys.exit(tap.end())
