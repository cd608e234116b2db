#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom. Prints TAP.

Usage: test_rooms.py SOURCE_ROOT
"""
import pathlib
import re
import sys
import tempfile

# Room: the rooms it may include beside itself. A room that is not listed here is a fault, too.
MODEL = {"app/base", "app/dossier"}
ALLOWED = {
    "app/base": set(),
    "app/dossier": {"app/base"},
    "app/argument": MODEL,
    "app/layout": {"app/base"},
    "app/focus": MODEL,
    "app/notebook": MODEL,
    "app/briefing": MODEL | {"app/focus", "app/notebook"},
    "app/exchange": MODEL | {"app/argument", "app/notebook"},
}
BELOW = set(ALLOWED)
VIEWS = {"ui/map", "ui/timeline", "ui/argument", "ui/details", "ui/notes"}
ALLOWED["ui/common"] = BELOW
for view in VIEWS | {"ui/problems", "ui/search"}:
    ALLOWED[view] = BELOW | {"ui/common"}
ALLOWED["ui/briefing"] = BELOW | VIEWS | {"ui/common", "ui/search"}
ALLOWED["ui/export"] = BELOW | VIEWS | {"ui/common", "ui/briefing"}
ALLOWED["ui/window"] = BELOW | VIEWS | {"ui/common", "ui/briefing", "ui/problems", "ui/search", "ui/export"}
ALLOWED["app/application"] = set(ALLOWED)

TOOLKIT = re.compile(r"<(gtk|gdk|gsk|adwaita|pango|cairo|graphene)[./-]?[^>]*>")
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|(<[^>]+>))', re.MULTILINE)


def faults(root):
    """Every include that breaks the table, as a sentence."""
    for folder in ("app", "ui"):
        for path in sorted((root / folder).rglob("*.[ch]")):
            name = path.relative_to(root).as_posix()
            room = "/".join(name.split("/")[:2])
            if room not in ALLOWED:
                yield f"{name}: the room {room} is not in the table"
                continue
            for own, system in INCLUDE.findall(path.read_text(encoding="utf-8")):
                target = "/".join(own.split("/")[:2])
                if own and not (root / own).exists() and own != "config.h" and not own.startswith("resources/"):
                    yield f"{name}: includes {own}, which is not named from the root"
                elif own and target != room and target in ALLOWED and target not in ALLOWED[room]:
                    yield f"{name}: {room} may not include {target} ({own})"
                if room in BELOW and TOOLKIT.match(system):
                    yield f"{name}: {room} may not include {system}"


def plant(files):
    """The faults of a small tree made of these files."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return list(faults(root))


HEADER = {"app/base/day.h": "", "app/focus/focus.h": "", "ui/map/map_view.h": "", "ui/common/scene.h": ""}
PLANTED = [
    ("a lower room includes a higher one", {"app/base/a.c": '#include "app/focus/focus.h"\n'}, 1),
    ("a view includes its sibling", {"ui/timeline/a.c": '#include "ui/map/map_view.h"\n'}, 1),
    ("the model includes the toolkit", {"app/dossier/a.c": "#include <gtk/gtk.h>\n"}, 1),
    ("the model includes a drawing library", {"app/focus/a.h": "# include <cairo.h>\n"}, 1),
    ("an include that is not named from the root", {"ui/map/a.c": '#include "map_view.h"\n'}, 1),
    ("a room that nobody knows", {"ui/cellar/a.c": "\n"}, 1),
    ("what is allowed", {"ui/map/a.c": '#include "ui/common/scene.h"\n#include "app/base/day.h"\n#include <gtk/gtk.h>\n',
                         "app/application/main.c": '#include "ui/map/map_view.h"\n#include <adwaita.h>\n'}, 0),
]


def main(root):
    results = [(f"planted: {title}", len(plant(HEADER | files)) == expected) for title, files, expected in PLANTED]
    found = list(faults(root))
    for fault in found:
        print(f"# {fault}")
    results.append(("every include keeps to the table of rooms", not found))
    print(f"1..{len(results)}")
    for number, (title, passed) in enumerate(results, 1):
        print(f"{'ok' if passed else 'not ok'} {number} - {title}")


main(pathlib.Path(sys.argv[1]))
