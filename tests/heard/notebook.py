#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader has changed by keys is there again when the program was killed a second later, or asked to end at once.

Usage: notebook.py PROGRAM DOSSIER     (on a display of its own; prints TAP)
"""
import json
import os
import pathlib
import re
import shutil
import signal
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent / folder) for folder in ("support", "lint")]
from tap import Tap  # noqa: E402

try:
    from desktop import Desktop
except (ImportError, ValueError) as error:
    Tap.skip_all(f"no assistive technology here: {error}")
for tool in ("xdotool", "openbox", "xrdb"):
    if shutil.which(tool) is None:
        Tap.skip_all(f"{tool} is not here")

SAVED_WITHIN = 1.0


def start(program, path):
    """The program with the keyboard on the first claim below the thesis."""
    desktop = Desktop([program, path], 1440, 900)
    desktop.keys("ctrl+shift+1", "Home")
    # With something set, the button that takes it back comes first.
    for _ in range(3):
        if desktop.focused_name().startswith("level 1"):
            break
        desktop.keys("Down")
    return desktop


def strength(desktop):
    words = desktop.focused_name()
    match = re.search(r"strength [^,]*, was [^,]*, set by you|strength [^,]*", words)
    return match[0] if match else words


def press(desktop, key):
    """Without the pause that follows other keys."""
    desktop.run("xdotool", "key", "--clearmodifiers", key)


def end(desktop, number):
    os.kill(desktop.program.pid, number)
    status = desktop.program.wait(20)
    desktop.manager.terminate()
    desktop.manager.wait(10)
    return status


def find_file():
    folder = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "org.demarche.Demarche" / "notebooks"
    return [path for path in folder.iterdir() if path.suffix == ".json"], list(folder.glob(".demarche-*"))


def main(program, path):
    tap = Tap()
    desktop = start(program, path)
    before = strength(desktop)
    press(desktop, "r")
    time.sleep(SAVED_WITHIN)
    end(desktop, signal.SIGKILL)
    files, parts = find_file()
    tap.check("one file, and nothing beside it", [] if len(files) == 1 and not parts else [f"{files} {parts}"])
    tap.check("it is JSON with the assumption", [] if json.loads(files[0].read_text(encoding="utf-8"))
              .get("demarche:assumptions") else ["it is not"])

    desktop = start(program, path)
    after = strength(desktop)
    tap.check(f"killed a second later: “{before}”, then “{after}”", [] if after.endswith("set by you") else ["it is gone"])

    press(desktop, "a")
    time.sleep(0.2)
    status = end(desktop, signal.SIGTERM)
    tap.check("it ends by itself when it is asked to", [] if status == 0 else [f"status {status}"])
    desktop = start(program, path)
    after = strength(desktop)
    tap.check(f"asked to end at once: “{after}”", [] if after.startswith("strength 0.95") else ["it is gone"])

    press(desktop, "0")
    time.sleep(0.2)
    press(desktop, "ctrl+q")
    status = desktop.program.wait(20)
    tap.check("Ctrl+Q ends it", [] if status == 0 else [f"status {status}"])
    desktop.manager.terminate()
    desktop = start(program, path)
    after = strength(desktop)
    desktop.end()
    tap.check(f"quit at once: “{after}”", [] if after == before else [f"it is not “{before}”"])
    return tap.end()


sys.exit(main(*sys.argv[1:3]))
