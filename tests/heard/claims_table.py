#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of claims by ear: each row names its claim, kind, side, who says so and how strong it is.

Usage: claims_table.py PROGRAM DOSSIER     (on a display of its own; prints TAP)
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
except (ImportError, ValueError) as error:
    Tap.skip_all(f"no assistive technology here: {error}")
for tool in ("xdotool", "openbox", "xrdb"):
    if shutil.which(tool) is None:
        Tap.skip_all(f"{tool} is not here")

STEPS = 8
ROWS = 4
ROW = r", (Thesis|\w+, (for|against)), .+, strength \d\.\d\d$"


def find_fault(words, texts):
    """What a row does not say as it should; None when all is well."""
    if not any(words.startswith(text) for text in texts):
        return f"“{words}” names no claim"
    if not re.search(ROW, words):
        return f"“{words}” does not say kind, side, who and strength"
    return None


def main(program, path):
    texts = [claim["text"] for claim in json.loads(pathlib.Path(path).read_text(encoding="utf-8"))["claims"]]
    tap = Tap()
    desktop = Desktop([program, path], 1440, 900)
    try:
        desktop.keys("ctrl+4")
        for key in ["F6"] + ["Tab"] * STEPS:
            desktop.keys(key)
            if find_fault(desktop.focused_name(), texts) is None:
                break
        desktop.keys("Home")
        heard = [desktop.focused_name()]
        for _ in range(ROWS - 1):
            desktop.keys("Down")
            heard.append(desktop.focused_name())
        faults = [fault for fault in (find_fault(words, texts) for words in heard) if fault is not None]
        if len(set(heard)) != ROWS:
            faults.append("a row is heard twice")
        tap.check(f"rows of the table: {heard}", faults)
    finally:
        desktop.end()
    return tap.end()


sys.exit(main(*sys.argv[1:3]))
