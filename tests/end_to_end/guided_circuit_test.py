#!/usr/bin/env python3
"""The circuit that leads through, at a terminal as a runner has it, with time running fast.
Usage: guided_circuit_test.py path/to/hipline"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from terminal import Terminal

HIPLINE = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else Path("hipline")
DAY = "2026-09-24"


class GuidedCircuit(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.environment = {**os.environ, "HOME": cls.folder.name, "XDG_CACHE_HOME": cls.folder.name + "/cache"}
        subprocess.run([HIPLINE, "demo", "settling", "--today", DAY], env=cls.environment, check=True, capture_output=True)
        cls.database = next(Path(cls.folder.name).rglob("hipline.db"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def start(self, *options):
        self.terminal = Terminal(
            [HIPLINE, "circuit", "--guide", "--no-beeps", "--speed", "50", "--db", self.database, "--today", DAY, *options], self.environment)
        self.until, self.press, self.ended = self.terminal.until, self.terminal.press, self.terminal.end

    def log(self):
        out = subprocess.run([HIPLINE, "circuit", "log", "--list", "--json", "--db", self.database, "--today", DAY],
                             env=self.environment, check=True, capture_output=True).stdout
        return [line for line in json.loads(out)["log"] if line["counts"]]

    def kept(self):
        return Path(str(self.database) + ".circuit")

    def test_a_leaving_in_the_first_set_keeps_it(self):
        self.start()
        self.until("Press the space bar")
        self.press(" ")
        self.until("LEFT   UP")
        self.press("q")
        self.until("Stopped here")
        self.until("How hard was it")
        self.press("6\n")
        self.assertEqual(self.ended(), 0)
        lines = self.log()
        self.assertEqual([line["exercise"] for line in lines], ["supine-banded-high-knee-pulses"])
        self.assertEqual((lines[0]["effort"], lines[0]["stopped_early"]), (6, True))
        self.assertFalse(self.kept().exists())

    def test_b_a_whole_circuit_with_pain_told_and_a_sharp_one(self):
        self.start("--lines")
        self.until("Press the space bar")
        self.press(" ")
        asked = 0
        while True:
            word = self.until("Hold\n", "Front of the hip in that one?", "How hard was it")
            if word == "Hold\n":
                self.press(" ")
            elif word.startswith("Front"):
                asked += 1
                self.press("x" if asked == 3 else "2")
            else:
                break
        self.press("\n")
        self.assertEqual(self.ended(), 0)
        lines = {line["exercise"]: line for line in self.log()}
        self.assertEqual(len(lines), 4)
        self.assertEqual(lines["worlds-greatest-stretch-variation"]["pain"], 2)
        self.assertIs(lines["slow-banded-mountain-climber"]["pinching"], True)
        self.assertEqual(lines["slow-banded-mountain-climber"]["rounds"], 1)
        self.assertIsNone(lines["worlds-greatest-stretch-variation"].get("effort"))
        self.assertGreater(lines["split-squat-hip-flexor-iso-hold"]["rounds"], 1)

    def test_c_a_circuit_cut_off_goes_on_where_it_was(self):
        self.start()
        self.until("Press the space bar")
        self.press(" ")
        self.until("Front of the hip in that one?")
        self.press("3")
        self.until("World's greatest stretch")
        self.press("p")
        self.until("Paused")
        self.terminal.process.send_signal(signal.SIGKILL)
        self.ended()
        self.assertEqual(self.kept().stat().st_mode & 0o777, 0o600)
        self.start()
        self.until("Go on there?")
        self.press("y\n")
        self.until("World's greatest stretch")
        self.until("Paused")
        self.press("q")
        self.until("How hard was it")
        self.press("\n")
        self.assertEqual(self.ended(), 0)
        pulses = [line for line in self.log() if line["exercise"] == "supine-banded-high-knee-pulses"]
        self.assertEqual(pulses[0]["pain"], 3)

    def test_d_no_circuit_is_led_where_there_is_none(self):
        subprocess.run([HIPLINE, "demo", "night", "--today", DAY], env=self.environment, check=True, capture_output=True)
        night = next(path for path in Path(self.folder.name).rglob("hipline.db") if "night" in str(path))
        answer = subprocess.run([HIPLINE, "circuit", "--guide", "--db", night, "--today", DAY], env=self.environment,
                                capture_output=True, text=True)
        self.assertEqual(answer.returncode, 0)
        self.assertIn("no circuit", answer.stdout)

    def test_d2_a_mix_of_ones_own_is_led_through_and_logged(self):
        self.start("--lines", "--mix", "dead-bug,glute-bridge")
        self.until("Press the space bar")
        self.press(" ")
        titles = {self.until("Dead bug", "Glute bridge")}
        while (word := self.until("Press the space bar", "Front of the hip in that one?", "How hard was it", "Dead bug", "Glute bridge")):
            if word in ("Dead bug", "Glute bridge"):
                titles.add(word)
            elif word == "How hard was it":
                break
            else:
                self.press("1" if word.startswith("Front") else " ")
        self.press("\n")
        self.assertEqual(self.ended(), 0)
        self.assertEqual(len(titles), 2)
        logged = {line["exercise"] for line in self.log()}
        self.assertLessEqual({"dead-bug", "glute-bridge"}, logged)

    def test_e_without_a_terminal_it_says_so(self):
        answer = subprocess.run([HIPLINE, "circuit", "--guide", "--db", self.database, "--today", DAY],
                                env=self.environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        self.assertEqual(answer.returncode, 2)
        self.assertIn("terminal", answer.stderr)


if __name__ == "__main__":
    unittest.main()
