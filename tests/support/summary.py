#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases in meson's logs and prints "N passed, N failed[, N skipped]"; the status is 1 if anything failed.

Usage: summary.py LOG…    (meson-logs/testlog.json: one test program a line, with what it printed)
"""
import json
import re
import sys

CASE = re.compile(r"^(not )?ok\b([^\n]*)", re.MULTILINE)
SKIPPED = re.compile(r"#\s*skip", re.IGNORECASE)


def count(program):
    """Cases passed, failed and skipped. A program without cases is one itself, and one that failed has failed at least once."""
    good = program["result"] in ("OK", "EXPECTEDFAIL", "SKIP")
    passed = failed = skipped = 0
    for failure, rest in CASE.findall(program.get("stdout", "")):
        if failure:
            failed += 1
        elif SKIPPED.search(rest):
            skipped += 1
        else:
            passed += 1
    if good and passed + skipped == 0:
        skipped, passed = (1, 0) if program["result"] == "SKIP" else (0, 1)
    if not good:
        failed = max(failed, 1)
    return passed, failed, skipped


def main(logs):
    programs = [json.loads(line) for log in logs for line in open(log, encoding="utf-8") if line.strip()]
    passed, failed, skipped = (sum(column) for column in zip((0, 0, 0), *map(count, programs)))
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or passed == 0 else 0


sys.exit(main(sys.argv[1:]))
