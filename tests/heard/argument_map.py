#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The argument map by ear: arrows go along the connectors, and every box says what it is, how strong and to what end.

Usage: argument_map.py PROGRAM DOSSIER     (on a display of its own; prints TAP)
"""
import json
import pathlib
import re
import shutil
import sys

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent / folder) for folder in ("support", "lint")]
from tap import Tap  # noqa: E402

try:
    from desktop import Desktop
    from gi.repository import Atspi  # noqa: F401
except (ImportError, ValueError) as error:
    Tap.skip_all(f"no assistive technology here: {error}")
for tool in ("xdotool", "openbox", "xrdb"):
    if shutil.which(tool) is None:
        Tap.skip_all(f"{tool} is not here")

VIEWS = 8
BOXES = 12
STRENGTH = r"(Strength \d\.\d\d(, before \d\.\d\d)?|Strength between \d\.\d\d and \d\.\d\d, undecided because of dates)\."
TARGET = r"(Supports|Attacks|Breaks a link to) “.+”"


def find_fault(words, labels):
    """What a box does not say as it should; None when all is well."""
    if not any(text.rstrip(".") in words for text in labels):
        return f"“{words}” names no claim"
    if not re.search(STRENGTH, words):
        return f"“{words}” tells no strength"
    if not re.search(TARGET, words):
        return f"“{words}” does not say what it bears on"
    return None


def find_map(desktop, thesis):
    """F6 leads from view to view until the thesis is heard."""
    for _ in range(VIEWS):
        desktop.keys("F6")
        words = desktop.focused_name()
        if thesis in words and re.search(STRENGTH, words):
            return words
    return ""


def check_boxes(tap, desktop, labels):
    """Down the first column of reasons."""
    faults, heard = [], []
    desktop.keys("Right")
    for _ in range(BOXES):
        words = desktop.focused_name()
        if heard and words == heard[-1]:
            break
        heard.append(words)
        fault = find_fault(words, labels)
        if fault is not None:
            faults.append(fault)
        desktop.keys("Down")
    tap.check(f"{len(heard)} boxes name their claim, strength and target", faults if len(heard) > 2 else ["too few"])


def check_folding(tap, desktop):
    """Space folds the box that the keyboard is on and unfolds it again; both are said."""
    faults, heard = [], []
    desktop.keys("Home")
    for _ in range(BOXES):
        if "unfolded" in desktop.focused_name():
            break
        desktop.keys("Up")
    for wanted in "reasons?, folded", "reasons?, unfolded":
        desktop.keys("space")
        desktop.settle(1)
        heard.append(desktop.focused_name())
        if not re.search(wanted, heard[-1]):
            faults.append(f"“{heard[-1]}” does not say “{wanted}”")
    tap.check(f"folding is spoken: {heard}", faults)


def check_what_if(tap, desktop):
    desktop.keys("r")
    desktop.settle(1)
    words = desktop.focused_name()
    tap.check(f"rejecting is spoken: “{words}”",
              [] if re.search(r"Set by you to 0\.05\.", words) else ["it is not spoken so"])
    desktop.keys("0")
    desktop.settle(1)
    words = desktop.focused_name()
    tap.check("0 takes it back", [f"“{words}”"] if "Set by you" in words else [])


def main(program, path):
    dossier = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    labels = [claim.get("label", claim["text"]) for claim in dossier["claims"]]
    thesis = next(claim["text"] for claim in dossier["claims"] if claim["kind"] == "thesis").rstrip(".")
    tap = Tap()
    desktop = Desktop([program, path], 1440, 900)
    try:
        desktop.keys("ctrl+3")
        desktop.settle(2)
        words = find_map(desktop, thesis)
        tap.check(f"F6 leads into it: “{words}”", [] if words else ["the thesis is never spoken"])
        check_boxes(tap, desktop, labels)
        check_folding(tap, desktop)
        check_what_if(tap, desktop)
    finally:
        desktop.end()
    return tap.end()


sys.exit(main(*sys.argv[1:3]))
