#!/usr/bin/env python3
"""The first screen of the README's first command fits a terminal and answers: what today, why, strain or load.
Usage: first_screen_test.py path/to/hipline"""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HIPLINE = Path(sys.argv.pop(1)).resolve()


class FirstScreen(unittest.TestCase):
    def test_of_the_ache_that_settles_holds_every_answer(self):
        with tempfile.TemporaryDirectory(prefix="hipline_first_screen_") as folder:
            environment = {**os.environ, "HOME": folder, "XDG_CACHE_HOME": folder, "TZ": "UTC"}
            shown = subprocess.run([HIPLINE, "demo", "settling", "--today", "2026-09-24"], env=environment, check=True, text=True,
                                   capture_output=True, timeout=300).stdout
        # A longer sentence elsewhere once pushed the last of these off the screen without a word.
        for beginning in ("Run less today: ", "Why: your ache counts as ", "Since yesterday: ", "Leans towards load: ", "Circuit: ", "Next: "):
            self.assertIn("\n" + beginning, shown)


if __name__ == "__main__":
    unittest.main()
