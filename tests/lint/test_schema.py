#!/usr/bin/python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the dossiers that we ship against the JSON Schema, and the schema against broken dossiers.

Usage: test_schema.py SOURCE_ROOT    Prints TAP. Needs Debian's python3-jsonschema.
"""

import copy
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from tap import Tap

try:
    from jsonschema import Draft202012Validator
except ImportError:
    Tap.skip_all("python3-jsonschema is not installed")

MINIMAL = {"format": "demarche-dossier", "version": 1, "id": "urn:example:1", "title": "T"}

# The longest label, in characters, that the program's boxes and marks have room for.
LABEL_LENGTH = {"actors": 16, "relations": 24, "claims": 40}

ABSENT = object()

# Each of these, set in the template, must be refused: JSON pointer, value.
BROKEN = [
    ("/format", "dossier"),
    ("/format", ABSENT),
    ("/version", 2),
    ("/version", "1"),
    ("/version", 1.5),
    ("/id", "no scheme"),
    ("/id", ABSENT),
    ("/title", ""),
    ("/title", ABSENT),
    ("/today", "yesterday"),
    ("/language", "English, mostly"),
    ("/sources", {}),
    ("/sources/0/id", ""),
    ("/sources/0/id", 7),
    ("/sources/0/type", ABSENT),
    ("/sources/0/author", "Ada Example"),
    ("/sources/0/issued", "2024"),
    ("/sources/0/issued/date-parts", []),
    ("/sources/0/paragraphs", -1),
    ("/sources/0/paragraphs", ["text"]),
    ("/places/0/id", "Westhaven"),
    ("/places/0/lat", 90.1),
    ("/places/0/lat", "44.2"),
    ("/places/0/lat", ABSENT),
    ("/places/0/lon", -180.5),
    ("/places/0/country", "xa"),
    ("/places/0/country", "USA"),
    ("/places/0/name", ABSENT),
    ("/actors/0/id", "-west"),
    ("/actors/0/id", "a+b"),
    ("/actors/0/id", ABSENT),
    ("/actors/0/kind", "country"),
    ("/actors/0/kind", ABSENT),
    ("/actors/0/aliases", "The West"),
    ("/actors/0/territory", ["Westhaven"]),
    ("/actors/0/wikidata", "30"),
    ("/actors/0/when", "since ever"),
    ("/actors/0/when", 1921),
    ("/actors/0/basis", "guess"),
    ("/actors/0/tags", "one"),
    ("/actors/0/scenarios", "bridge-built"),
    ("/actors/0/cites/0", "council-minutes"),
    ("/actors/0/cites/0/source", ABSENT),
    ("/actors/0/cites/0/locator", 1),
    ("/pairs/0/between", ["westhaven"]),
    ("/pairs/0/between", ["westhaven", "westhaven"]),
    ("/pairs/0/between", ["a", "b", "c"]),
    ("/pairs/0/between", ABSENT),
    ("/relations/0/from", ABSENT),
    ("/relations/0/to", ["easthaven"]),
    ("/relations/0/kind", ""),
    ("/relations/0/stance", 1.01),
    ("/relations/0/stance", -2),
    ("/relations/0/stance", "hostile"),
    ("/relations/0/strength", -0.1),
    ("/relations/0/directed", "yes"),
    ("/relations/0/events", "council-founded"),
    ("/relations/0/label", 1),
    ("/events/0/title", ABSENT),
    ("/events/0/importance", 2),
    ("/events/0/actors", [1]),
    ("/events/0/when_text", 2009),
    ("/claims/0/kind", "opinion"),
    ("/claims/0/text", ""),
    ("/claims/0/credence", 1.5),
    ("/claims/0/about", ["a+b+c"]),
    ("/claims/0/by", "Ada Example"),
    ("/inferences/0/kind", "proves"),
    ("/inferences/0/from", []),
    ("/inferences/0/from", "ferry-fails"),
    ("/inferences/0/to", ABSENT),
    ("/inferences/0/weight", -1),
    ("/inferences/0/needs", {}),
    ("/inferences/0/needs/before", [{"item": "storms"}]),
    ("/inferences/0/needs/before/0", {"item": "storms", "date": "2024"}),
    ("/scenarios/0/assume", ["crew-hired"]),
    ("/scenarios/0/assume/crew-hired", 2),
    ("/scenarios/0/assume/Crew", 0.5),
    ("/scenarios/0/title", ABSENT),
    ("/briefing", []),
    ("/briefing/title", ABSENT),
    ("/briefing/minutes", -1),
    ("/briefing/stops/0/stage", "timeline"),
    ("/briefing/stops/0/stage", ABSENT),
    ("/briefing/stops/0/headline", ABSENT),
    ("/briefing/stops/0/select", "easthaven+westhaven"),
    ("/briefing/stops/0/window", "last year"),
    ("/briefing/stops/0/camera", {"lat": 1, "lon": 2}),
    ("/briefing/stops/0/camera/fit", []),
]

# And each of these must be let through.
SOUND = [
    ("/unknown", {"anything": [1, None]}),
    ("/actors/0/unknown", 1),
    ("/actors/0/cites/0/unknown", True),
    ("/sources/0/id", "http://zotero.org/users/1/items/AB12 CD"),
    ("/sources/0/paragraphs", 17),
    ("/sources/0/note", "CSL knows many more members"),
    ("/actors/0/label", "A label that is far longer than the boxes have room for"),
    ("/actors/0/when", "../1991-12-26"),
    ("/actors/0/when", "{1960,1961-12}"),
    ("/actors/0/when", "Y-170000002"),
    ("/actors/0/when", "2004-06-XX/2004-07-03"),
    ("/actors/0/when", "1984?/2004-06~"),
    ("/relations/0/kind", "cousins"),
    ("/relations/0/stance", -1),
    ("/claims/0/credence", 0),
    ("/claims/0/about", []),
    ("/pairs/0/id", ABSENT),
    ("/inferences/0/needs", {"during": [{"item": "storms"}, {"date": "2023/2024"}]}),
    ("/briefing/stops/0/camera", {"lat": 1, "lon": 2, "zoom": 3}),
    ("/briefing", ABSENT),
]


def changed(document, pointer, value):
    """A copy of the document with the value at the pointer replaced, added or (ABSENT) taken away."""
    result = copy.deepcopy(document)
    *parents, last = pointer[1:].split("/")
    place = result
    for name in parents:
        place = place[int(name) if isinstance(place, list) else name]
    last = int(last) if isinstance(place, list) else last
    if value is ABSENT:
        del place[last]
    else:
        place[last] = value
    return result


def faults(validator, document):
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(document)]


def long_labels(dossier):
    for array, longest in LABEL_LENGTH.items():
        for item in dossier.get(array, []):
            if len(item.get("label", "")) > longest:
                yield f"{array}: {item['id']}: label longer than {longest} characters: {item['label']}"


def main():
    data = pathlib.Path(sys.argv[1]) / "data"
    schema = json.loads((data / "schema" / "dossier-1.schema.json").read_text(encoding="utf-8"))
    template = json.loads((data / "template.dossier.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    tap = Tap()

    if not tap.check("the schema is a valid schema",
                     faults(Draft202012Validator(Draft202012Validator.META_SCHEMA), schema)):
        return tap.end()
    shipped = sorted((data / "dossiers").glob("*.dossier.json"))
    tap.check("there are dossiers to check", [] if shipped else ["data/dossiers holds none"])
    for path in [data / "template.dossier.json", *shipped]:
        dossier = json.loads(path.read_text(encoding="utf-8"))
        tap.check(f"{path.name} follows the schema", faults(validator, dossier))
        tap.check(f"{path.name} has labels that fit", list(long_labels(dossier)))

    tap.check("a dossier needs no more than a head", faults(validator, MINIMAL))
    for pointer, value in SOUND:
        what = "no value" if value is ABSENT else json.dumps(value)
        tap.check(f"lets through {pointer} = {what}", faults(validator, changed(template, pointer, value)))
    for pointer, value in BROKEN:
        what = "no value" if value is ABSENT else json.dumps(value)
        found = faults(validator, changed(template, pointer, value))
        tap.check(f"refuses {pointer} = {what}", [] if found else ["the schema has nothing against it"])
    planted = changed(template, "/actors/0/label", "Seventeen letters")
    tap.check("a planted long label is found", [] if len(list(long_labels(planted))) == 1 else ["not found"])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
