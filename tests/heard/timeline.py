#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline by ear: every event and the phases are reached by keyboard, dates are words, and changes are told.

Usage: timeline.py PROGRAM DOSSIER     (on a display of its own; prints TAP)
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
BANDS = 40
EVENTS = {
    "Xi and Kim meet for the first time, in Beijing": "25 to 28 March 2018, paragraph 7, dates added by the maker",
    "The author stays in Pyongyang": "mid-2017, paragraph",
    "Kim Jong-un is not invited to China": "about 2012 to 25 March 2018, paragraph",
}


def find_titles(dossier):
    """Of the events that have a place in time, scenarios aside."""
    return [event["title"] for event in dossier["events"] if "when" in event and not event.get("scenarios")]


def enter(tap, ear, titles):
    """F6 goes from view to view."""
    for _ in range(VIEWS):
        words = ear.press("F6", 5000) or ""
        if words.startswith(tuple(titles)):
            break
    tap.check(f"F6 leads into it: “{words}”", [] if words.startswith(tuple(titles)) else ["no event is spoken"])
    return words


def check_events(tap, ear, first, titles):
    heard = ear.walk("comma") + [first] + ear.walk("period")
    silent = [title for title in titles if not any(words.startswith(f"{title}, ") for words in heard)]
    tap.check("every dated event is reached", [f"{title} is never spoken" for title in silent])
    for title, wanted in EVENTS.items():
        words = next((words for words in heard if words.startswith(f"{title}, ")), "")
        tap.check(f"an event: “{words}”", [] if f"{title}, {wanted}" in words else [f"it does not say “{wanted}”"])


def check_claims(tap, ear, dossier):
    """An event that claims are about says so; another does not."""
    used = {about for claim in dossier["claims"] for about in claim.get("about", []) if not claim.get("scenarios")}
    faults = []
    for words in ear.walk("comma"):
        event = next((event for event in dossier["events"] if words.startswith(f"{event['title']}, ")), None)
        if event is not None and ("used by" in words) != (event["id"] in used):
            faults.append(words)
    tap.check("what claims are about says so", faults)


def check_phases(tap, ear):
    words = ""
    for _ in range(BANDS):
        words = ear.press("Down") or words
        if words.startswith("China – North Korea, "):
            break
    heard = [words] + ear.walk("Right") + ear.walk("Left")
    thaw = next((words for words in heard if words.startswith("China – North Korea, Thaw, Friendly, ")), "")
    tap.check(f"a phase: “{thaw}”", [] if "March 2018" in thaw else [f"only {heard}"])


def check_playback(tap, ear):
    forward, back = ear.press("ctrl+comma", 5000), ear.press("ctrl+comma", 5000)
    tap.check(f"steps to changes are told: “{forward}”, “{back}”",
              [] if forward and back and forward != back else ["they are not"])
    ear.press("Escape", 1000)  # the period: from the beginning there is more to tell
    told = [ear.press("space", 5000)]
    for _ in range(4):
        told.append(ear.press("shift", 3000))
    ear.press("space", 100)
    told = {words for words in told if words}
    tap.check("what changes is told while time passes", [] if len(told) >= 2 else [f"only {told}"])


def main(program, path):
    tap = Tap()
    dossier = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    titles = find_titles(dossier)
    desktop = Desktop([program, path], 1440, 900)
    try:
        ear = Ear(desktop)
        first = enter(tap, ear, titles)
        check_events(tap, ear, first, titles)
        check_claims(tap, ear, dossier)
        check_phases(tap, ear)
        check_playback(tap, ear)
    finally:
        desktop.end()
    return tap.end()


sys.exit(main(*sys.argv[1:3]))
