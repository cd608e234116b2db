#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases of meson's JUnit reports and prints "N passed, N failed[, N skipped]".

Usage: summary.py STATUS REPORT…    STATUS is 0 if meson was content; the exit status is 1 if anything failed.
"""
import sys
import xml.etree.ElementTree as tree


def count(report):
    passed = failed = skipped = 0
    for case in tree.parse(report).iter("testcase"):
        kinds = {child.tag for child in case}
        if kinds & {"failure", "error"}:
            failed += 1
        elif "skipped" in kinds:
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def main(status, reports):
    passed, failed, skipped = (sum(column) for column in zip(*map(count, reports)))
    # A report that lacks what meson saw (a crash before the first case) must not look like success.
    if status != "0" and failed == 0:
        failed = 1
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or passed == 0 else 0


sys.exit(main(sys.argv[1], sys.argv[2:]))
