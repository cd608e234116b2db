# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the desk: real keys and mouse, eyes (screenshots) and a screen reader's ears (AT-SPI)."""
import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


class Desktop:
    """The program under a window manager on the display of the environment."""

    def __init__(self, command, width, height, dots_per_inch="96"):
        self.manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        # The size of text, as a desktop would give it; the server forgets it when nobody else is connected.
        subprocess.run(["xrdb", "-merge"], input=f"Xft.dpi: {dots_per_inch}\n", text=True, check=True)
        self.program = subprocess.Popen(command, env=os.environ | {"GTK_A11Y": "atspi"})
        self.window = self.run("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.program.pid)).split()[0]
        self.run("xdotool", "windowmove", self.window, "0", "0", "windowsize", self.window, str(width), str(height))
        self.settle(2)

    @staticmethod
    def run(*command):
        answer = subprocess.run(command, capture_output=True, text=True, timeout=30)
        if answer.returncode != 0:
            raise RuntimeError(f"{command}: {answer.stderr}")
        return answer.stdout

    def settle(self, seconds=0.5):
        time.sleep(seconds)
        if self.program.poll() is not None:
            raise RuntimeError(f"the program ended with status {self.program.returncode}")

    def keys(self, *names):
        for name in names:
            self.run("xdotool", "key", "--clearmodifiers", name)
            time.sleep(0.08)
        self.settle()

    def click(self, x, y, button=1):
        self.run("xdotool", "mousemove", str(int(x)), str(int(y)), "click", str(button))
        self.settle()

    def drag(self, x, y, to_x, to_y):
        self.run("xdotool", "mousemove", str(int(x)), str(int(y)), "mousedown", "1")
        for step in range(1, 11):
            self.run("xdotool", "mousemove", str(int(x + (to_x - x) * step / 10)), str(int(y + (to_y - y) * step / 10)))
            time.sleep(0.03)
        self.run("xdotool", "mouseup", "1")
        self.settle()

    def picture(self, path, aside=True):
        # The pointer goes out of the way, or a tooltip would be in the picture.
        if aside:
            self.run("xdotool", "mousemove", "2", "2")
        self.settle(0.9)
        self.run("import", "-window", "root", path)

    # ---- What a screen reader is told ----

    @staticmethod
    def application(seconds=20):
        until = time.monotonic() + seconds
        while True:
            desktop = Atspi.get_desktop(0)
            for index in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(index)
                if child is not None and "demarche" in (child.get_name() or "").lower():
                    return child
            if time.monotonic() > until:
                raise RuntimeError("the program is not on the accessibility bus")
            # It comes there a little after its window, on a busy machine later.
            time.sleep(0.2)

    def find_all(self, matches, root=None, depth=0):
        root = root or self.application()
        root.clear_cache_single() if hasattr(root, "clear_cache_single") else root.clear_cache()
        if matches(root):
            yield root
        if depth < 60:
            for index in range(root.get_child_count()):
                child = root.get_child_at_index(index)
                if child is not None:
                    yield from self.find_all(matches, child, depth + 1)

    @staticmethod
    def extents(node):
        """Where it stands on the screen: the window begins in its corner, and only places in the window are told."""
        return node.get_extents(Atspi.CoordType.WINDOW)

    def focused_name(self):
        for node in self.find_all(lambda node: node.get_state_set().contains(Atspi.StateType.FOCUSED)):
            if node.get_role() not in (Atspi.Role.APPLICATION, Atspi.Role.FRAME):
                return node.get_name()
        return ""

    def end(self):
        self.program.terminate()
        status = self.program.wait(10)
        self.manager.terminate()
        self.manager.wait(10)
        return status
