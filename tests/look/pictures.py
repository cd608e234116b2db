#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through the states of the window that are looked at, one picture each.

Usage: pictures.py PROGRAM DOSSIER FOLDER VARIANT WIDTH HEIGHT     (on a display; take calls it)
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from desktop import Desktop  # noqa: E402

STEPS_MOST = 150


def find_mark(desktop, view_name, wanted):
    """Moves the keyboard cursor of a view until the screen reader hears a name that begins so."""
    for _ in range(12):
        desktop.keys("F6")
        if view_name in desktop.focused_path():
            break
    else:
        raise SystemExit(f"F6 never came to {view_name}")
    for _ in range(STEPS_MOST):
        if desktop.focused_name().startswith(wanted):
            return
        desktop.keys("n")
    raise SystemExit(f"{wanted} was never heard in {view_name}")


def main(program, dossier, folder, variant, width, height):
    desktop = Desktop([program, dossier], int(width), int(height))
    try:
        desktop.picture(f"{folder}/{variant}-main.png")
        print(desktop.focused_name())
    finally:
        status = desktop.end()
    print(f"{variant}: the program ended with status {status}")


main(*sys.argv[1:7])
