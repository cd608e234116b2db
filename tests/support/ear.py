# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody hears who works with keys and a screen reader."""
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

STEPS_MOST = 200


class Ear:
    """Hears the name of whatever receives the focus."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.last = None
        self.context = GLib.MainContext.default()
        self.listener = Atspi.EventListener.new(self.on_focus)
        self.listener.register("object:state-changed:focused")

    def on_focus(self, event):
        if event.detail1:
            self.last = event.source.get_name()

    def press(self, key, patience=1500):
        """What is spoken after a key; None when nothing is."""
        self.last = None
        self.desktop.run("xdotool", "key", "--clearmodifiers", key)
        due = GLib.get_monotonic_time() + patience * 1000
        while self.last is None and GLib.get_monotonic_time() < due:
            self.context.iteration(False) or GLib.usleep(2000)
        return self.last

    def walk(self, key):
        """Everything that is spoken until a key leads no further."""
        heard = []
        for _ in range(STEPS_MOST):
            name = self.press(key)
            if name is None:
                break
            heard.append(name)
        return heard
