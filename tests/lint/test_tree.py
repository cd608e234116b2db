#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for every file of the tree: where it may stand, its licence, its shape. Prints TAP.

Usage: test_tree.py SOURCE_ROOT
"""
import pathlib
import subprocess
import sys

TOP = {"app", "ui", "resources", "data", "tests", "po", "debian", ".ci", "meson.build", "meson_options.txt", "README.md", "run",
       "check", "LICENSE", "CONTRIBUTING.md", "NEWS", "NEWS.md"}
WITHOUT_HEADER = {".json", ".png", ".svg", ".bin", ".tsv", ".md", ".supp", ".txt", ""}
SPDX = "SPDX-License-Identifier: "


def tracked(root):
    answer = subprocess.run(["git", "-C", str(root), "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True)
    return [name for name in answer.stdout.splitlines() if (root / name).is_file()]


def misplaced(names):
    return [name for name in names if name.split("/")[0] not in TOP and not name.startswith(".")]


def unlicensed(root, names):
    found = []
    for name in names:
        path = root / name
        if path.suffix in WITHOUT_HEADER and name not in ("run", "check", ".ci/run") or name.startswith("tests/fixtures/"):
            continue
        if SPDX not in path.read_text(encoding="utf-8", errors="replace")[:600]:
            found.append(name)
    return found


def overlapping(root):
    """Runs of words shared with the article, where the checker is at hand (it stands beside the project)."""
    checker = root.parent / "shared" / "checks" / "source-overlap"
    if not checker.exists():
        return None
    return subprocess.run([str(checker), str(root)], capture_output=True, text=True).stdout.splitlines()


def main(root):
    names = tracked(root)
    if not names:
        print("1..0 # SKIP not a git checkout")
        return
    checks = [
        ("the checks see a misplaced file", None if misplaced(["cellar/a.c"]) else ["cellar/a.c"]),
        ("every file stands where the house has a place for it", misplaced(names)),
        ("every source file names its licence", unlicensed(root, names)),
    ]
    print(f"1..{len(checks) + 1}")
    for number, (title, found) in enumerate(checks, 1):
        for line in found or []:
            print(f"# {line}")
        print(f"{'not ok' if found else 'ok'} {number} - {title}")
    shared = overlapping(root)
    for line in shared or []:
        print(f"# {line}")
    print(f"{'not ok' if shared else 'ok'} {len(checks) + 1} - no sentence of the article stands in the tree"
          + (" # SKIP the checker is not at hand" if shared is None else ""))


main(pathlib.Path(sys.argv[1]).resolve())
