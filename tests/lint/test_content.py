#!/usr/bin/python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that the bundled dossier is whole, that its hedges survive, and that every judgement says why.

Usage: test_content.py SOURCE_ROOT    Prints TAP.

paragraphs.tsv beside this file is the reviewed table of what each paragraph says and which item carries it.
"""

import copy
import json
import pathlib
import re
import sys
import textwrap

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from dfquad import strengths, supported
from tap import Tap

DOSSIER = "data/dossiers/north-korea-2020.dossier.json"
TABLE = "tests/lint/paragraphs.tsv"
ARTICLE = "bandow-2020"
ARRAYS = ("sources", "places", "actors", "pairs", "relations", "events", "claims", "inferences", "scenarios")
LEAST = {"actors": 32, "relations": 35, "events": 36, "claims": 60, "inferences": 50, "scenarios": 4}
LEAST_STOPS = 10
LEAST_ROWS = 60
LABELS = {"actors": 16, "relations": 24, "events": 32, "claims": 40}
# How far, and in which direction, the article's reasons must move the thesis in each scenario.
MOVES = {"hostility-is-the-norm": -0.08, "washington-pays-the-price": 0.08,
         "pressure-brings-collapse": -0.08, "maximum-pressure-continues": -0.08}
REST = (0.5, 0.6)


# ---- reading

def read_table(path):
    """The rows of the table: paragraph, point, item, hedge."""
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def items(dossier):
    """Every item that can be cited or cite, with the array it stands in."""
    for array in ARRAYS:
        for item in dossier[array]:
            yield array, item


def stops(dossier):
    return dossier["briefing"]["stops"]


def locators(item):
    """What of the article an item cites, a date's citation left out."""
    return {cite.get("locator") for cite in item.get("cites", [])
            if cite["source"] == ARTICLE and cite.get("for") != "when"}


def words(item):
    return " ".join(item.get(member, "") for member in ("text", "title", "summary"))


# ---- what must hold; each gives sentences on what does not

def counts(dossier, rows):
    found = [f"{len(dossier[array])} {array}, at least {least}" for array, least in LEAST.items()
             if len(dossier[array]) < least]
    if len(stops(dossier)) < LEAST_STOPS:
        found.append(f"{len(stops(dossier))} stops, at least {LEAST_STOPS}")
    if len(rows) < LEAST_ROWS:
        found.append(f"{len(rows)} rows in the table, at least {LEAST_ROWS}")
    if sum(claim["kind"] == "thesis" for claim in dossier["claims"]) != 1:
        found.append("there is not exactly one thesis")
    return found


def table(dossier, rows):
    by_id = {item["id"]: item for array, item in items(dossier) if array != "sources"}
    for paragraph, point, name, hedge in rows:
        item = by_id.get(name)
        if item is None:
            yield f"¶{paragraph}, {point}: there is no item {name}"
            continue
        if paragraph not in locators(item):
            yield f"¶{paragraph}, {point}: {name} does not cite it"
        if hedge != "-" and not re.search(rf"\b{re.escape(hedge)}\b", words(item), re.IGNORECASE):
            yield f"¶{paragraph}, {point}: {name} has lost its “{hedge}”"


def paragraphs(dossier, _rows):
    source = next(source for source in dossier["sources"] if source["id"] == ARTICLE)
    if [bool(paragraph.get("summary")) for paragraph in source["paragraphs"]] != [True] * 18:
        yield "the article does not have 18 summarized paragraphs"
    for number in range(1, 19):
        citing = sum(str(number) in locators(item) for _array, item in items(dossier))
        if citing < (2 if number < 18 else 1):
            yield f"¶{number} is cited by {citing} items"


def identifiers(dossier, _rows):
    seen = set()
    for name in [item["id"] for _array, item in items(dossier)] + [stop["id"] for stop in stops(dossier)]:
        if name in seen:
            yield f"{name} is there twice"
        seen.add(name)


# Which member names items of which arrays; no array means any.
ONE = {"part_of": ["actors"], "place": ["places"], "by": ["actors"], "scenario": ["scenarios"],
       "perspective": ["actors"]}
MANY = {"scenarios": ["scenarios"], "between": ["actors"], "actors": ["actors"], "assume": ["claims"],
        "events": ["events"], "about": ["actors", "relations", "events"], "select": []}


def named(array, item):
    """Every id that an item names, with the arrays in which it may stand."""
    yield from ((cite["source"], ["sources"]) for cite in item.get("cites", []))
    yield from ((item[member], arrays) for member, arrays in ONE.items() if member in item)
    yield from ((name, arrays) for member, arrays in MANY.items() for name in item.get(member, []))
    yield from ((name, []) for name in item.get("camera", {}).get("fit", []))
    if array == "relations":
        yield from ((item[end], ["actors"]) for end in ("from", "to"))
    if array == "inferences":
        yield from ((name, ["claims"]) for name in item["from"])
        yield item["to"], ["inferences" if item["kind"] == "undercuts" else "claims"]
        for moments in item.get("needs", {}).values():
            yield from ((moment["item"], MANY["about"]) for moment in moments if "item" in moment)


def references(dossier, _rows):
    known = {array: {item["id"] for item in dossier[array]} for array in ARRAYS}

    def resolves(name, arrays):
        if "+" not in name:
            return any(name in known[array] for array in arrays or ARRAYS)
        pair = name.split("+")
        return len(pair) == 2 and pair == sorted(pair) and set(pair) <= known["actors"]

    for array, item in [*items(dossier), *(("stops", stop) for stop in stops(dossier))]:
        for name, arrays in named(array, item):
            if not resolves(name, arrays):
                yield f"{item['id']} names {name}, which is not there"


def citations(dossier, _rows):
    for array, item in items(dossier):
        if array in ("sources", "places"):
            continue
        cited = [cite["source"] for cite in item.get("cites", [])]
        if not cited:
            yield f"{item['id']} cites nothing"
        if item.get("basis") == "background" and ARTICLE in cited:
            yield f"{item['id']} is background and cites the article"
        if item.get("basis") != "background" and ARTICLE not in cited:
            yield f"{item['id']} is not background and does not cite the article"
        dated = any(cite.get("for") == "when" for cite in item.get("cites", []))
        if "when" in item and item.get("basis") != "background" and not dated:
            yield f"{item['id']} does not say where its date comes from"


def reasons(dossier, _rows):
    with_reasons = supported(dossier)
    for array, item in items(dossier):
        judged = array in ("inferences", "scenarios") or item.get("basis") == "reading"
        judged = judged or any(member in item for member in ("stance", "credence", "weight"))
        if judged and not item.get("why"):
            yield f"{item['id']} does not say why"
        if array == "claims" and item["id"] not in with_reasons and "credence" not in item:
            yield f"{item['id']} has neither reasons nor a starting value"
        if array == "claims" and item.get("basis", "source") == "source" and "by" not in item:
            yield f"{item['id']} does not say who asserts it"
        if array == "inferences" and not item.get("scheme"):
            yield f"{item['id']} names no scheme"


def labels(dossier, _rows):
    for array, longest in LABELS.items():
        for item in dossier[array]:
            label = item.get("label", item.get("name", ""))
            if not 0 < len(label) <= longest:
                yield f"{item['id']}: label “{label}” of {len(label)} characters, at most {longest}"
    for array in ("actors", "events", "pairs", "scenarios"):
        for item in dossier[array]:
            if not 0 < len(item.get("summary", "")) <= 300:
                yield f"{item['id']}: summary of {len(item.get('summary', ''))} characters"


def talk(dossier, _rows):
    for stop in stops(dossier):
        lines = textwrap.wrap(stop["headline"], 18)
        if len(lines) > 4 or max(map(len, lines)) > 18:
            yield f"{stop['id']}: the headline does not fit four lines of 18"
        sentences = re.split(r"(?<=[.!?])\s+", stop["text"])
        if len(sentences) > 2 or any(len(sentence.split()) > 20 for sentence in sentences):
            yield f"{stop['id']}: more than two sentences of 20 words"
        for member in ("kicker", "notes", "minutes", "select", "window", "stage", "cites"):
            if not stop.get(member):
                yield f"{stop['id']} has no {member}"


def connected(dossier, _rows):
    """Every claim bears on the thesis, directly or not."""
    goals = {step["id"]: step["to"] for step in dossier["inferences"]}
    reached = {claim["id"] for claim in dossier["claims"] if claim["kind"] == "thesis"}
    size = 0
    while size != len(reached):
        size = len(reached)
        for step in dossier["inferences"]:
            goal = step["to"]
            while goal in goals:
                goal = goals[goal]
            if goal in reached:
                reached.update(step["from"])
    return [f"{claim['id']} bears on nothing" for claim in dossier["claims"] if claim["id"] not in reached]


def scenarios(dossier, _rows):
    thesis = next(claim["id"] for claim in dossier["claims"] if claim["kind"] == "thesis")
    rest = strengths(dossier, {})[0][thesis]
    if not REST[0] <= rest <= REST[1]:
        yield f"the thesis rests at {rest:.2f}"
    for scenario in dossier["scenarios"]:
        least = MOVES.get(scenario["id"])
        if least is None:
            yield f"{scenario['id']}: nobody has said how far it should move the thesis"
            continue
        move = strengths(dossier, scenario["assume"])[0][thesis] - rest
        if move / least < 1:
            yield f"{scenario['id']} moves the thesis by {move:+.3f}, expected {least:+.2f} or more"


CHECKS = [
    ("nothing is missing", counts),
    ("every row of the table is carried, cited and hedged", table),
    ("every paragraph is cited", paragraphs),
    ("ids are unique", identifiers),
    ("every reference resolves", references),
    ("what is said is cited, and background not from the article", citations),
    ("every stance, starting value and weight says why", reasons),
    ("labels and summaries fit", labels),
    ("stops fit the screen", talk),
    ("every claim bears on the thesis", connected),
    ("scenarios move the thesis as the article argues", scenarios),
]


# ---- planted faults: a name, the check that must see it, and how a good dossier is broken

def find(dossier, name):
    return next(item for _array, item in items(dossier) if item["id"] == name)


def drop(array, name):
    return lambda dossier: dossier[array].remove(find(dossier, name))


def put(name, member, value):
    return lambda dossier: find(dossier, name).__setitem__(member, value)


def put_stop(member, value):
    return lambda dossier: stops(dossier)[0].__setitem__(member, value)


def take(name, member):
    return lambda dossier: find(dossier, name).pop(member)


PLANTED = [
    ("too few scenarios", counts, drop("scenarios", "hostility-is-the-norm")),
    ("no thesis", counts, put("ask-china", "kind", "claim")),
    ("a claim of the table gone", table, drop("claims", "not-easy")),
    ("a lost hedge", table, put("aid-almost-certain", "text", "China sends the North food.")),
    ("another paragraph cited", table,
     put("topic-for-both", "cites", [{"source": ARTICLE, "locator": "15"}])),
    ("a paragraph cited for its date only", table,
     put("purge", "cites", [{"source": ARTICLE, "locator": "5", "for": "when"}])),
    ("an uncited paragraph", paragraphs,
     lambda dossier: [cite.pop("locator") for _array, item in items(dossier)
                      for cite in item.get("cites", []) if cite.get("locator") == "14"]),
    ("an id used twice", identifiers, put("famine", "id", "collapse")),
    ("an unknown actor", references, put("famine", "actors", ["atlantis"])),
    ("a pair in the wrong order", references, put("never-close", "about", ["north-korea+china"])),
    ("an undercut of a claim", references, put("u.hostility-help", "to", "ask-china")),
    ("an unknown selection", references, put_stop("select", ["atlantis"])),
    ("background from the article", citations,
     put("hanoi-summit", "cites", [{"source": ARTICLE, "locator": "7"}])),
    ("a date from nowhere", citations, put("purge", "cites", [{"source": ARTICLE, "locator": "5"}])),
    ("nothing cited", citations, take("typhoons", "cites")),
    ("a stance without why", reasons, take("cn-kp-thaw", "why")),
    ("a starting value without why", reasons, take("topic-for-both", "why")),
    ("a weight without why", reasons, take("s.need-and-chance", "why")),
    ("a reading without why", reasons, take("sway-is-small", "why")),
    ("a leaf without starting value", reasons, take("topic-for-both", "credence")),
    ("nobody asserts it", reasons, take("not-easy", "by")),
    ("a long label", labels, put("never-close", "label", "The two of them were never as close as they said")),
    ("a long headline", talk, put_stop("headline", "What will they do? " * 5)),
    ("a third sentence", talk, put_stop("text", "One. Two. Three.")),
    ("a claim that bears on nothing", connected, drop("inferences", "s.topic-for-both.civil-rivalry-pays")),
    ("a scenario without effect", scenarios,
     put("pressure-brings-collapse", "assume", {"not-easy": 0.8})),
    ("a thesis that needs no reasons", scenarios, put("ask-china", "credence", 0.9)),
]


def main():
    root = pathlib.Path(sys.argv[1])
    dossier = json.loads((root / DOSSIER).read_text(encoding="utf-8"))
    rows = read_table(root / TABLE)
    tap = Tap()
    whole = True
    for name, check in CHECKS:
        whole = tap.check(name, list(check(dossier, rows))) and whole
    # Faults are planted in a whole dossier only: in a broken one they would prove nothing.
    for name, check, break_it in PLANTED if whole else []:
        broken = copy.deepcopy(dossier)
        break_it(broken)
        tap.check(f"planted: {name} is found", [] if list(check(broken, rows)) else ["it was not found"])
    return tap.end()


sys.exit(main())
