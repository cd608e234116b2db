#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map and the network by ear: every actor and every pair is reached by keyboard, and spoken in full.

Usage: actors.py PROGRAM DOSSIER     (on a display of its own; prints TAP)
"""
import json
import pathlib
import shutil
import sys

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent / folder) for folder in ("support", "lint")]
from tap import Tap  # noqa: E402

try:
    from desktop import Desktop
    from ear import Ear
except (ImportError, ValueError) as error:
    Tap.skip_all(f"no assistive technology here: {error}")
for tool in ("xdotool", "openbox", "xrdb"):
    if shutil.which(tool) is None:
        Tap.skip_all(f"{tool} is not here")

VIEWS = 6


def label(item):
    return item.get("label", item["name"])


def find_actors(dossier):
    return {item["id"]: label(item) for item in dossier["actors"] if not item.get("scenarios")}


def find_pairs(dossier, actors):
    """Beginnings of what pairs of whom a phase is told are called, either way around."""
    pairs = set()
    for relation in dossier["relations"]:
        ends = (relation["from"], relation["to"])
        if not relation.get("scenarios") and all(end in actors for end in ends):
            pairs.add(tuple(sorted(actors[end] for end in ends)))
    return pairs


def check_missing(tap, stage, heard, dossier):
    actors = find_actors(dossier)
    silent = [name for name in actors.values() if not any(words.startswith(f"{name}, ") for words in heard)]
    tap.check(f"{stage}: every actor is reached", [f"{name} is never spoken" for name in silent])
    unheard = [
        pair for pair in find_pairs(dossier, actors)
        if not any(words.startswith((f"{pair[0]} – {pair[1]},", f"{pair[1]} – {pair[0]},")) for words in heard)
    ]
    tap.check(f"{stage}: every pair is reached", [f"{' – '.join(pair)} is never spoken" for pair in unheard])


def check_words(tap, stage, heard, wanted):
    for name, parts in wanted.items():
        words = next((words for words in heard if words.startswith(name)), "")
        faults = [f"“{words}” does not say “{part}”" for part in parts if part not in words]
        tap.check(f"{stage}: “{words}”", faults)


def check_directions(tap, ear, stage):
    """Ctrl and an arrow lead away and back; every step is spoken."""
    faults = []
    for there, back in (("ctrl+Left", "ctrl+Right"), ("ctrl+Up", "ctrl+Down")):
        heard = ear.walk(there)
        again = ear.press(back)
        if not heard or again is None:
            faults.append(f"{there} and {back} speak {heard} and {again}")
        if len(set(heard)) != len(heard):
            faults.append(f"{there} goes round in circles: {heard}")
    tap.check(f"{stage}: arrows lead to the nearest", faults)


def listen(tap, desktop, dossier, stage, name):
    named = any(desktop.find_all(lambda node: node.get_name() == name))
    tap.check(f"{stage} has a name", [] if named else [f"“{name}” is nowhere"])
    ear = Ear(desktop)
    names = tuple(f"{name}, " for name in find_actors(dossier).values())
    first = next((words for words in (ear.press("F6", 5000) for _ in range(VIEWS)) if words and words.startswith(names)), "")
    tap.check(f"{stage}: F6 leads into it: “{first}”", [] if first else ["no actor is spoken"])
    heard = ear.walk("Page_Up") + [first] + ear.walk("Page_Down")
    check_missing(tap, stage, heard, dossier)
    check_words(tap, stage, heard, {
        "North Korea, ": ["state", "strained with", "United States"],
        "China – North Korea, ": ["friendly since", "before strained", "paragraph 7"],
    })
    check_directions(tap, ear, stage)


def main(program, path):
    tap = Tap()
    dossier = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    desktop = Desktop([program, path], 1440, 900)
    try:
        listen(tap, desktop, dossier, "map", "Map of actors")
        desktop.keys("ctrl+2")
        desktop.settle(3)
        listen(tap, desktop, dossier, "network", "Network of actors")
    finally:
        desktop.end()
    return tap.end()


sys.exit(main(*sys.argv[1:3]))
