#!/usr/bin/python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that po/POTFILES.in lists every file with strings to translate, and none that is missing or has none.

Usage: test_potfiles.py SOURCE_ROOT            Prints TAP.
       test_potfiles.py SOURCE_ROOT --write    Brings the list up to date.
"""

import pathlib
import re
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from tap import Tap

ROOMS = ["app", "ui", "resources"]
DATA = ["data/*.desktop.in", "data/*.metainfo.xml.in", "data/*.gschema.xml", "data/*.mime.xml"]

COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.DOTALL)
GETTEXT_CALL = re.compile(r"\b(?:_|N_|C_|NC_|Q_|gettext|ngettext|g_dgettext|g_dngettext|g_dpgettext2?)\s*\(")
TRANSLATABLE = re.compile(r"""translatable\s*=\s*["'](?:yes|true|1)["']""")
XML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def without_comments(code):
    """C code without comments and without what stands in strings."""
    return COMMENT_OR_STRING.sub(lambda found: '""' if found.group().startswith('"') else " ", code)


def is_translated(path):
    """Whether a file of a room holds strings to translate."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ui":
        return bool(TRANSLATABLE.search(XML_COMMENT.sub(" ", text)))
    # The definition of the short names is no use of them.
    lines = (line for line in without_comments(text).splitlines() if not line.lstrip().startswith("#"))
    return bool(GETTEXT_CALL.search("\n".join(lines)))


def listed(root):
    lines = (root / "po" / "POTFILES.in").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def wanted(root):
    """All files that the list has to name, relative to the root."""
    sources = [path for room in ROOMS for path in (root / room).rglob("*.*")]
    files = [path for path in sources if path.suffix in (".c", ".h", ".ui") and is_translated(path)]
    files += [path for pattern in DATA for path in root.glob(pattern)]
    return {path.relative_to(root).as_posix() for path in files}


def faults(root):
    names, needed = listed(root), wanted(root)
    found = [f"{name} has strings to translate and is not listed" for name in sorted(needed - set(names))]
    for name in sorted(set(names) - needed):
        fault = "has no strings to translate" if (root / name).exists() else "does not exist"
        found.append(f"{name} {fault}")
    found += [f"{name} is listed twice" for name in sorted(set(names)) if names.count(name) > 1]
    if names != sorted(names):
        found.append("the list is not in alphabetical order")
    return found


# A tree of its own for each case: what it is, the list, the other files, how many faults there are.
C_YES = 'void f (void) { g_print (_("Open")); }\n'
UI_YES = '<property name="label" translatable="yes">Open</property>'
CASES = [
    ("a complete list", "# comment\n\napp/a.c\nui/b/b.ui\n", {"app/a.c": C_YES, "ui/b/b.ui": UI_YES}, 0),
    ("a C file left out", "", {"app/a.c": C_YES}, 1),
    ("plural forms left out", "", {"app/a.c": 'x = ngettext ("%u claim", "%u claims", n);'}, 1),
    ("a context left out", "", {"ui/a/a.c": 'x = C_("stance", "Friendly");'}, 1),
    ("a string marked in a table left out", "", {"ui/a/a.c": 'const char *x = N_("Map");'}, 1),
    ("a header left out", "", {"ui/a/a.h": '#define NAME "n"\nx = N_("Map");'}, 1),
    ("a template left out", "", {"ui/b.ui": UI_YES.replace('"', "'")}, 1),
    ("a data file left out", "", {"data/x.desktop.in": "[Desktop Entry]\n"}, 1),
    ("a listed file that is missing", "app/gone.c\n", {}, 1),
    ("a listed file without strings", "app/a.c\n", {"app/a.c": "int a;\n"}, 1),
    ("a file listed twice", "app/a.c\napp/a.c\n", {"app/a.c": C_YES}, 1),
    ("a list out of order", "app/b.c\napp/a.c\n", {"app/a.c": C_YES, "app/b.c": C_YES}, 1),
    ("calls in comments and strings", "", {"app/a.c": '/* _("a") */ // _("b")\nx = "_(\\"";\n'}, 0),
    ("names that end alike", "", {"app/a.c": 'dem_gettext ("a"); MY_("b"); a_ (c);\n'}, 0),
    ("a definition of the short name", "", {"app/a.h": "#define _(text) gettext (text)\n"}, 0),
    ("a template with nothing to translate", "", {"ui/b.ui": f"<!-- {UI_YES} -->"}, 0),
]


def planted(names, files):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in {"po/POTFILES.in": names, **files}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return faults(root)


def write(root):
    """Put the list right, and keep the comment above it."""
    path = root / "po" / "POTFILES.in"
    comment = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n".join([*comment, *sorted(wanted(root))]) + "\n", encoding="utf-8")


def main():
    if sys.argv[2:] == ["--write"]:
        return write(pathlib.Path(sys.argv[1]))
    tap = Tap()
    for name, names, files, expected in CASES:
        found = planted(names, files)
        tap.check(f"planted: {name}",
                  [] if len(found) == expected else [f"{expected} expected, found {len(found)}", *found])
    found = faults(pathlib.Path(sys.argv[1]))
    if found:
        found.append("put right by: tests/lint/test_potfiles.py . --write")
    tap.check("po/POTFILES.in is complete", found)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
