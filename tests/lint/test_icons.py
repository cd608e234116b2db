#!/usr/bin/python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that symbolic icons can be recoloured, being one filled path on 16 × 16, and that all are shipped.

Usage: test_icons.py SOURCE_ROOT    Prints TAP.
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from tap import Tap

SVG = "{http://www.w3.org/2000/svg}"
GOOD = ('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">'
        '<path fill="#000" d="M1 1h2v2z"/></svg>')

# What the icon theme cannot recolour, or would blur: a name, and a change of the good one.
PLANTED = [
    ("another size", GOOD.replace('width="16"', 'width="24"')),
    ("another view box", GOOD.replace("0 0 16 16", "0 0 24 24")),
    ("a stroke", GOOD.replace('fill="#000"', 'fill="none" stroke="#000"')),
    ("two paths", GOOD.replace("</svg>", '<path d="M4 4h2v2z"/></svg>')),
    ("a picture", GOOD.replace("<path", "<image")),
    ("a group", GOOD.replace("<path", "<g><path").replace("</svg>", "</g></svg>")),
]


def symbolic_faults(text):
    svg = ElementTree.fromstring(text)
    found = []
    if (svg.get("width"), svg.get("height"), svg.get("viewBox")) != ("16", "16", "0 0 16 16"):
        found.append("it is not drawn on 16 × 16")
    shapes = list(svg)
    if len(shapes) != 1 or shapes[0].tag != SVG + "path":
        found.append("it is not a single path")
    if any("stroke" in shape.attrib or shape.get("fill") == "none" for shape in svg.iter()):
        found.append("it has a stroke; only fills are recoloured")
    return found


def main():
    root = pathlib.Path(sys.argv[1])
    tap = Tap()
    tap.check("a good icon has no faults", symbolic_faults(GOOD))
    for name, text in PLANTED:
        tap.check(f"planted: {name} is found", [] if symbolic_faults(text) else ["it was not found"])

    manifest = (root / "resources" / "demarche.gresource.xml").read_text(encoding="utf-8")
    ours = sorted((root / "resources" / "icons").glob("*"))
    for path in [*ours, *sorted((root / "data" / "icons").rglob("*-symbolic.svg"))]:
        tap.check(f"{path.name} can be recoloured", symbolic_faults(path.read_text(encoding="utf-8")))
    for path in ours:
        missing = f">{path.relative_to(root).as_posix()}<" not in manifest
        tap.check(f"{path.name} is in the resource", ["the manifest lacks it"] if missing else [])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
