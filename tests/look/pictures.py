#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through the states of the window that are looked at, one picture each.

Usage: pictures.py PROGRAM DOSSIER FOLDER VARIANT WIDTH HEIGHT     (on a display; take calls it)
"""
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from desktop import Desktop  # noqa: E402
import notes  # noqa: E402

STEPS_MOST = 120


def hear(desktop, key, wanted):
    """Presses a key until the screen reader hears a name that begins so."""
    for _ in range(STEPS_MOST):
        if desktop.focused_name().startswith(wanted):
            return
        desktop.keys(key)
    raise SystemExit(f"{wanted} was never heard")


def place(desktop, name):
    """Where the canvas of that name stands on the screen."""
    for node in desktop.find_all(lambda node: node.get_name() == name and node.get_role_name() in ("panel", "grouping")):
        extents = desktop.extents(node)
        if extents.width > 100 and extents.height > 30:
            return extents
    raise SystemExit(f"{name} is nowhere")


def middle(desktop, words):
    """The middle of the handle whose spoken name begins so."""
    for node in desktop.find_all(lambda node: (node.get_name() or "").startswith(words)):
        extents = desktop.extents(node)
        if extents.width > 1:
            return extents.x + extents.width / 2, extents.y + extents.height / 2
    raise SystemExit(f"{words} is nowhere")


def point(desktop, words):
    """Lets the pointer rest on the handle whose spoken name begins so, until its card is there."""
    x, y = middle(desktop, words)
    desktop.run("xdotool", "mousemove", str(int(x)), str(int(y)))
    desktop.settle(1.5)


def press(desktop, name):
    """Clicks the button, or the entry, of that name."""
    roles = ("button", "entry", "text")
    for node in desktop.find_all(lambda node: node.get_name() == name and any(role in node.get_role_name() for role in roles)):
        extents = desktop.extents(node)
        if extents.width > 0:
            desktop.click(extents.x + extents.width / 2, extents.y + extents.height / 2)
            return
    raise SystemExit(f"there is no button {name}")


def show_years(desktop):
    """Drags the brush's beginning until the view is the last decade, as in the mockups."""
    (left, y), (right, _) = middle(desktop, "View begins"), middle(desktop, "View ends")
    desktop.drag(left, y, left + (right - left) * 0.885, y)


def show_period(desktop):
    """Sets a period inside the view, as in the mockup of the perspective."""
    timeline = place(desktop, "Timeline")
    desktop.run("xdotool", "keydown", "shift")
    y = timeline.y + timeline.height * 0.5
    desktop.drag(timeline.x + timeline.width * 0.4, y, timeline.x + timeline.width * 0.62, y)
    desktop.run("xdotool", "keyup", "shift")


def show_argument(desktop, picture):
    """The argument page and the table, with what opens from them."""
    desktop.keys("ctrl+shift+1", "Home")
    picture("what-if")
    desktop.keys("Down", "Down", "e")
    picture("explained")
    desktop.keys("Escape", "q")
    picture("questions")
    desktop.keys("Escape")
    press(desktop, "What the thesis hangs on")
    picture("hangs-on")
    press(desktop, "What the thesis hangs on")
    press(desktop, "More")
    desktop.keys("Return", "Down", "Down", "Down")
    picture("viewpoints")
    desktop.keys("Return")
    picture("viewpoint")
    desktop.keys("Escape")
    press(desktop, "What if: No scenario")
    desktop.keys("Down", "Return")
    picture("scenario")
    desktop.keys("F9", "ctrl+4")
    picture("table")


def look_at_notes(program, dossier, folder, variant, width, height):
    """With a notebook, in a window of their own; it is taken away again."""
    path = notes.prepare(dossier)
    desktop = Desktop([program, dossier], int(width), int(height), os.environ["DOTS_PER_INCH"])
    try:
        notes.look(desktop, lambda state: desktop.picture(f"{folder}/{variant}-{state}.png"), press)
    finally:
        desktop.end()
        path.unlink(missing_ok=True)


def main(program, dossier, folder, variant, width, height):
    desktop = Desktop([program, dossier], int(width), int(height), os.environ["DOTS_PER_INCH"])

    def picture(state, aside=True):
        desktop.picture(f"{folder}/{variant}-{state}.png", aside)

    # The argument map grows towards where reading goes.
    onwards, far = ("Left", 0.03) if variant == "rtl" else ("Right", 0.97)

    try:
        picture("whole")
        stage = place(desktop, "Map of actors")
        if variant != "narrow":
            show_years(desktop)
            picture("main")
            show_period(desktop)
            picture("period")
            desktop.keys("space")
            desktop.settle(2)
            desktop.keys("space")
            picture("playing")
            desktop.keys("Escape", "Escape")
        desktop.click(stage.x + stage.width * 0.62, stage.y + stage.height * 0.9)
        hear(desktop, "Page_Down", "China – North Korea,")
        desktop.keys("Return")
        picture("selected")
        desktop.keys("alt+Left")
        hear(desktop, "Page_Up", "China,")
        desktop.keys("Return")
        picture("actor")
        desktop.click(stage.x + stage.width * 0.62, stage.y + stage.height * 0.9)
        hear(desktop, "Page_Up", "China,")
        point(desktop, "China,")
        picture("card", aside=False)
        desktop.run("xdotool", "mousemove", "2", "2")
        desktop.keys("plus", "plus", "plus", "plus", "plus", "plus")
        picture("unfolded")
        desktop.keys("Home", "Menu")
        picture("context-menu")
        desktop.keys("Return")
        picture("perspective")
        desktop.keys("ctrl+2")
        picture("perspective-network")
        desktop.keys("Escape")
        picture("network")
        desktop.keys("Escape", "ctrl+3")
        argument = place(desktop, "Argument map")
        desktop.click(argument.x + argument.width * far, argument.y + argument.height * 0.04)
        desktop.keys(onwards, onwards, onwards, "r")
        picture("argument")
        show_argument(desktop, picture)
    finally:
        status = desktop.end()
    look_at_notes(program, dossier, folder, variant, width, height)
    print(f"{variant}: the program ended with status {status}")


if __name__ == "__main__":
    main(*sys.argv[1:7])
