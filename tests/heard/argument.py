#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The argument by ear: rows name their place, their target and their strength, and say what a what-if makes of them.

Usage: argument.py PROGRAM DOSSIER     (on a display of its own; prints TAP)
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
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as error:
    Tap.skip_all(f"no assistive technology here: {error}")
for tool in ("xdotool", "openbox", "xrdb"):
    if shutil.which(tool) is None:
        Tap.skip_all(f"{tool} is not here")

ROWS = 30
SIGNS = "for|against|breaks the link"
STRENGTH = r"strength (between \d\.\d\d and \d\.\d\d, undecided because of dates|\d\.\d\d)(, \d+ reasons?)?$"


def label(claim):
    return claim.get("label", claim["text"])


def find_focused(desktop):
    """Name and description of what has the keyboard."""
    for node in desktop.find_all(lambda node: node.get_state_set().contains(Atspi.StateType.FOCUSED)):
        if node.get_role() not in (Atspi.Role.APPLICATION, Atspi.Role.FRAME):
            return node.get_name() or "", node.get_description() or ""
    return "", ""


class Announcements:
    """What GTK 4.14 and later announces of itself; before, the description of what has the keyboard has to do."""

    def __init__(self):
        self.last = ""
        self.listener = Atspi.EventListener.new(self.on_announcement)
        self.listener.register("object:announcement")

    def on_announcement(self, event):
        self.last = str(event.any_data or "")

    def wait(self):
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        return self.last


def find_fault(words, labels):
    """What a row does not say as it should; None when all is well."""
    match = re.match(rf"level (\d+), ({SIGNS}): (.*), {STRENGTH}", words)
    if match is None:
        return f"“{words}” does not name level, sign and strength"
    if not any(match[3].startswith(f"{target.rstrip('.')}. ") and match[3].endswith(own)
               for target in labels for own in labels):
        return f"“{words}” does not name its target and itself"
    return None


def check_rows(tap, desktop, labels):
    faults, heard = [], []
    for _ in range(ROWS):
        desktop.keys("Down")
        words = find_focused(desktop)[0]
        if heard and words == heard[-1]:
            break
        heard.append(words)
        fault = find_fault(words, labels)
        if fault is not None:
            faults.append(fault)
    tap.check(f"{len(heard)} rows name level, sign, target, themselves and their strength", faults if heard else ["none"])


def check_what_if(tap, desktop):
    desktop.keys("Home", "Down")
    before = find_focused(desktop)[0]
    desktop.keys("r")
    words, news = find_focused(desktop)
    faults = []
    if not re.search(r"strength 0\.05, was \d\.\d\d, set by you", words):
        faults.append(f"the row says “{words}”")
    if not re.match(r"The thesis is at \d\.\d\d, was \d\.\d\d; \d+ claims? changed", news):
        faults.append(f"of the thesis is said “{news}”")
    tap.check(f"rejecting is spoken: “{words}” “{news}”", faults)
    desktop.keys("ctrl+1", "ctrl+shift+1")
    words = find_focused(desktop)[0]
    tap.check(f"the page is entered at its claims, past the button that resets them: “{words}”",
              [] if re.match(r"thesis: |level \d", words) else ["that is no claim"])
    desktop.keys("Home", "Down", "e", "Escape", "0", "Home", "Down")
    after = find_focused(desktop)[0]
    tap.check("0 takes it back, also where an explanation has left the keyboard",
              [] if after == before else [f"“{after}” is not “{before}”"])


def check_scenario(tap, desktop):
    """What becomes of the thesis is heard where the keyboard is, also when that is no row."""
    for node in desktop.find_all(lambda node: (node.get_name() or "").startswith("What if: ")):
        extents = desktop.extents(node)
        if extents.width > 0:
            desktop.click(extents.x + extents.width / 2, extents.y + extents.height / 2)
            break
    announcements = Announcements()
    desktop.keys("Down", "Return")
    desktop.settle(1)
    words, news = find_focused(desktop)
    news = announcements.wait() or news
    faults = [] if re.match(r"The thesis is at .*, was \d\.\d\d; \d+ claims? changed", news) else [f"of “{words}” is said “{news}”"]
    tap.check(f"a scenario is spoken: “{words}” “{news}”", faults)


def check_questions(tap, desktop):
    """Q asks what a step's kind of reasoning asks; Enter opens an answer, Escape closes it, and then the questions."""
    faults, heard = [], []
    desktop.keys("Home", "Down", "Down")
    count = r"Critical questions: (\d+) of (\d+) answered"

    def expect(pattern, text):
        heard.append(text)
        if not re.search(pattern, text):
            faults.append(f"“{text}” is not “{pattern}”")

    expect(count, find_focused(desktop)[1])
    desktop.keys("q")
    question = find_focused(desktop)[0]
    expect(r"\? open", question)
    desktop.keys("Return")
    expect(f"^{re.escape(question.rsplit(' open', 1)[0])}$", find_focused(desktop)[0])
    desktop.keys("y", "e", "s", "Escape")
    expect(r"\? answered yes", find_focused(desktop)[0])
    desktop.keys("Escape")
    expect(count.replace(r"(\d+) of", "1 of"), find_focused(desktop)[0])
    desktop.keys("Up", "Down")
    expect(count.replace(r"(\d+) of", "1 of"), find_focused(desktop)[1])
    tap.check(f"a question is answered by keys: {heard}", faults)
    desktop.keys("ctrl+z")


def main(program, path):
    dossier = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    labels = sorted((label(claim) for claim in dossier["claims"]), key=len, reverse=True)
    labels += [claim["text"] for claim in dossier["claims"] if claim["kind"] == "thesis"]
    tap = Tap()
    desktop = Desktop([program, path], 1440, 900)
    try:
        desktop.keys("ctrl+shift+1", "Home")
        thesis = find_focused(desktop)[0]
        tap.check(f"the thesis: “{thesis}”",
                  [] if re.match(rf"thesis: .*, {STRENGTH}", thesis) else ["it is not spoken so"])
        check_rows(tap, desktop, labels)
        check_what_if(tap, desktop)
        check_questions(tap, desktop)
        check_scenario(tap, desktop)
    finally:
        desktop.end()
    return tap.end()


sys.exit(main(*sys.argv[1:3]))
