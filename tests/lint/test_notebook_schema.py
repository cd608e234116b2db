#!/usr/bin/python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check a notebook that the program wrote against the JSON Schema, and the schema against broken notebooks.

Usage: test_notebook_schema.py SOURCE_ROOT TEST_PROGRAM    Prints TAP. Needs Debian's python3-jsonschema.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from tap import Tap
from test_schema import ABSENT, changed, faults

try:
    from jsonschema import Draft202012Validator
except ImportError:
    Tap.skip_all("python3-jsonschema is not installed")

# Each of these, set in what the program wrote, must be refused: JSON pointer, value.
BROKEN = [
    ("/type", "Annotation"),
    ("/demarche:version", 2),
    ("/demarche:version", "1"),
    ("/demarche:dossier", ABSENT),
    ("/items", {}),
    ("/items/0/id", ABSENT),
    ("/items/0/type", "Note"),
    ("/items/0/created", "yesterday"),
    ("/items/0/modified", ABSENT),
    ("/items/0/motivation", 1),
    ("/items/0/body", "text"),
    ("/items/0/body/0/value", 7),
    ("/items/0/target", []),
    ("/items/0/target", ABSENT),
    ("/items/0/demarche:colour", "mauve"),
    ("/items/0/demarche:private", "yes"),
    ("/items/0/target/1/selector/value", "planet=mars"),
    ("/items/0/target/1/selector/value", "actor="),
    ("/items/0/target/1/selector/value", "paragraph=s"),
    ("/items/0/target/1/selector/value", "geo=north"),
    ("/items/0/target/1/selector/value", "source=a b"),
    ("/items/0/target/1/selector/type", "SvgSelector"),
    ("/items/0/target/7/selector/refinedBy/0/exact", ABSENT),
    ("/items/0/target/7/selector/refinedBy/1/start", -1),
    ("/demarche:pins/china", [1]),
    ("/demarche:pins/china", [1, "2"]),
    ("/demarche:assumptions/hope", 1.5),
    ("/demarche:starts/fear", "0.5"),
    ("/demarche:ancestors", "r"),
    ("/demarche:stops/order", "own"),
    ("/demarche:stops/stops", {}),
    ("/demarche:stops/stops/0/id", ABSENT),
    ("/demarche:stops/stops/0/minutes", -1),
    ("/demarche:stops/stops/0/hidden", "yes"),
    ("/demarche:stops/stops/0/shows/stage", "cellar"),
    ("/demarche:stops/stops/0/shows/camera/lat", 91),
    ("/demarche:stops/stops/0/strokes/0/points", []),
    ("/demarche:stops/stops/0/strokes/0/width", ABSENT),
]

# And each of these must be let through.
SOUND = [
    ("/other:member", {"anything": [1, None]}),
    ("/items/0/rights", "https://creativecommons.org/licenses/by/4.0/"),
    ("/items/0/motivation", ["describing"]),
    ("/items/0/creator", "acct:ana"),
    ("/items/0/body/0", {"type": "Image", "id": "http://example.org/i.png"}),
    ("/items/0/target", "http://example.org/"),
    ("/items/0/target/1/selector", {"type": "XPathSelector", "value": "/p"}),
    ("/demarche:stops", {"own": []}),
    ("/items", []),
]


def write(program):
    """What the program writes, with everything in it."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "notebook.json"
        subprocess.run([program, "--write", str(path)], check=True, timeout=60)
        return json.loads(path.read_text(encoding="utf-8"))


def main():
    root, program = sys.argv[1:]
    schema = json.loads((pathlib.Path(root) / "data" / "schema" / "notebook-1.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    tap = Tap()

    if not tap.check("the schema is a valid schema", faults(Draft202012Validator(Draft202012Validator.META_SCHEMA), schema)):
        return tap.end()
    written = write(program)
    # The note with every kind of target first, whenever it was created.
    written["items"].sort(key=lambda item: -len(item["target"]) if isinstance(item["target"], list) else 0)
    tap.check("what the program writes follows the schema", faults(validator, written))
    tap.check("and has everything in it", [] if len(written["items"]) == 2 and "demarche:starts" in written else ["not"])
    for pointer, value in SOUND:
        tap.check(f"lets through {pointer} = {json.dumps(value)}", faults(validator, changed(written, pointer, value)))
    for pointer, value in BROKEN:
        what = "no value" if value is ABSENT else json.dumps(value)
        found = faults(validator, changed(written, pointer, value))
        tap.check(f"refuses {pointer} = {what}", [] if found else ["the schema has nothing against it"])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
