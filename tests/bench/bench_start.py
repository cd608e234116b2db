#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""From exec to the first complete frame of the bundled dossier, and memory, beside a bare AdwApplicationWindow.

Usage: bench_start.py DEMARCHE BARE-WINDOW DOSSIER    (on a display; 12 runs each, in turn; prints one line of JSON)
"""
import json
import os
import statistics
import subprocess
import sys
import time

RUNS = 12
MARK = b"First complete frame"


def pss_mib(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
        return next(int(line.split()[1]) for line in rollup if line.startswith("Pss:")) / 1024


def start(command):
    """Milliseconds until the program says that its first frame is complete, and its PSS half a second later."""
    environment = os.environ | {"G_MESSAGES_DEBUG": "all", "GSK_RENDERER": "cairo", "GTK_A11Y": "none"}
    begin = time.perf_counter()
    program = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    for line in program.stdout:
        if MARK in line:
            elapsed = (time.perf_counter() - begin) * 1000
            break
    else:
        raise SystemExit(f"{command[0]} ended without a frame")
    time.sleep(0.5)
    memory = pss_mib(program.pid)
    program.kill()
    program.wait()
    return elapsed, memory


def main(demarche, bare, dossier):
    commands = {"demarche": [demarche, dossier], "bare": [bare]}
    for command in commands.values():
        start(command)
    measured = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            measured[name].append(start(command))
    times = {name: statistics.median(elapsed for elapsed, _ in runs) for name, runs in measured.items()}
    memory = {name: statistics.median(pss for _, pss in runs) for name, runs in measured.items()}
    print(json.dumps({
        "bench": "start", "runs": RUNS,
        "demarche_ms": round(times["demarche"], 1), "bare_ms": round(times["bare"], 1),
        "time_ratio": round(times["demarche"] / times["bare"], 2),
        "demarche_pss_mib": round(memory["demarche"], 1), "bare_pss_mib": round(memory["bare"], 1),
        "pss_ratio": round(memory["demarche"] / memory["bare"], 2),
    }))


main(*sys.argv[1:4])
