# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lint tests print: the Test Anything Protocol."""

import sys


class Tap:
    """Counts and prints test points. A point holds when no fault was found."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    @staticmethod
    def skip_all(reason):
        """Say that nothing here can be tested, and end the program."""
        print(f"1..0 # SKIP {reason}")
        sys.exit(0)

    def check(self, name, faults):
        """One point: its name, and sentences on what is wrong (none: it holds). Tells whether it holds."""
        self.count += 1
        self.failed += bool(faults)
        # A hash would begin a TAP directive.
        print(f"{'not ok' if faults else 'ok'} {self.count} - {name.replace('#', ' ')}")
        for fault in faults:
            print(f"# {fault}")
        return not faults

    def end(self):
        """Print the plan; the exit status of the program."""
        print(f"1..{self.count}")
        return 1 if self.failed else 0
