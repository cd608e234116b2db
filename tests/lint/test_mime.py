#!/usr/bin/python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that a desktop with our MIME type installed knows a dossier by its name, and leaves other JSON alone.

Usage: test_mime.py SOURCE_ROOT    Prints TAP. Needs update-mime-database and gio.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from tap import Tap

OURS = "application/vnd.demarche.dossier+json"
EXPECTED = {
    "question.dossier.json": OURS,
    "QUESTION.DOSSIER.JSON": OURS,
    "a.b.dossier.json": OURS,
    "question.json": "application/json",
    "dossier.json": "application/json",
}


def content_type(path, environment):
    told = subprocess.run(["gio", "info", "-a", "standard::fast-content-type", path],
                          env=environment, text=True, capture_output=True, check=True, timeout=30)
    return told.stdout.rsplit(":", 1)[1].strip()


def main():
    for tool in "update-mime-database", "gio":
        if not shutil.which(tool):
            Tap.skip_all(f"{tool} is not installed")
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        packages = home / "mime" / "packages"
        packages.mkdir(parents=True)
        shutil.copy(pathlib.Path(sys.argv[1]) / "data" / "org.demarche.Demarche.mime.xml", packages)
        made = subprocess.run(["update-mime-database", home / "mime"],
                              text=True, capture_output=True, timeout=60)
        tap.check("the MIME database takes it", made.stderr.splitlines() if made.returncode else [])
        environment = {**os.environ, "XDG_DATA_HOME": folder, "LC_ALL": "C.UTF-8"}
        for name, expected in EXPECTED.items():
            path = home / name
            path.write_text("{}", encoding="utf-8")
            found = content_type(path, environment)
            tap.check(f"{name} is {expected}", [] if found == expected else [f"it is {found}"])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
