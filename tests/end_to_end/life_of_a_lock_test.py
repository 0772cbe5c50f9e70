#!/usr/bin/env python3
"""A locked day as its runner meets it by commands: no flag opens it, a clinician's word does, the library stays readable, and what
is kept lies for its owner alone and can be deleted. Usage: life_of_a_lock_test.py path/to/hipline"""
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest
from datetime import date, timedelta
from pathlib import Path

HIPLINE = Path(sys.argv.pop(1)).resolve()
TODAY = date(2026, 9, 24)


class Lock(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="hipline_lock_"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.environment = {**os.environ, "HOME": str(self.folder), "XDG_CACHE_HOME": str(self.folder / "cache"), "TZ": "UTC"}
        self.run_("demo", "night", db=False)
        self.db = self.folder / "cache" / "hipline" / "demo-night" / "hipline.db"

    def run_(self, *arguments, day=0, db=True, code=0):
        more = ["--db", str(self.db)] if db else []
        ran = subprocess.run([HIPLINE, *arguments, *more, "--today", (TODAY + timedelta(days=day)).isoformat()], env=self.environment,
                             text=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=300)
        self.assertEqual(ran.returncode, code, ran.stdout + ran.stderr)
        return ran.stdout

    def answer(self, *arguments, **options):
        return json.loads(self.run_(*arguments, "--json", **options))

    def level(self, day=0):
        return self.answer("today", day=day)["decision"]["level"]

    def calm(self, day):
        return self.run_("checkin", "--morning", "0", "--worst", "0", "--nothing-new", "--none-of", "walking-and-night", day=day)

    def test_no_flag_opens_it_and_a_lock_is_an_answer(self):
        for flags in ((), ("--why",), ("--options",), ("--evidence",), ("--why", "--options", "--evidence")):
            page = self.run_("today", *flags)
            self.assertNotRegex(page, r"\b\d+(\.\d+)? (km|min|rounds)\b", flags)
            told = self.answer("today", *flags)
            self.assertEqual(told["decision"]["level"], "clinician_urgent")
            for part in (told["decision"]["session"], told["circuit"], told["plan"]):
                self.assertIsNone(part)
        self.assertIsNone(self.answer("circuit")["circuit"])
        self.assertIsNone(self.answer("plan")["plan"])

    def test_calm_answers_leave_it_and_a_recorded_word_opens_it_for_careful_days(self):
        self.calm(1)
        self.assertEqual(self.level(1), "clinician_urgent")
        self.run_("advice", "record", "--verdict", "not-yet", "--who", "Dr Lee", day=2)
        self.assertIn(self.level(2), ("clinician_urgent", "clinician_before_running"))
        self.run_("advice", "record", "--verdict", "may-run", "--who", "Dr Lee", "--limits", "flat only", day=3)
        for day in range(4, 7):
            self.calm(day)
            self.assertEqual(self.level(day), "modify", day)
        page = self.run_("today", day=6)
        self.assertIn("Dr Lee", page)
        self.assertIn("flat only", page)
        self.run_("checkin", "--answer", "wakes_at_night=yes", day=7)
        told = self.answer("today", day=7)["decision"]
        self.assertEqual((told["level"], told["kind"]), ("clinician_urgent", "sticky"))

    def test_a_word_without_a_verdict_or_of_a_day_to_come_is_not_kept(self):
        self.run_("advice", "record", "--who", "Dr Lee", code=2)
        self.run_("advice", "record", "--verdict", "may-run", "--date", "2027-01-01", code=2)
        self.assertEqual(self.level(), "clinician_urgent")

    def test_the_library_and_the_note_stay_readable(self):
        self.assertIn("slow-banded-mountain-climber", self.run_("exercises"))
        written = self.run_("circuit", "--as-written")
        self.assertIn("The circuit waits", written[:500])
        self.assertIn("mountain climber", written)
        self.assertIn("TR-06", self.run_("note"))
        self.assertIn("## ", self.run_("note", "--markdown"))

    def test_everything_lies_for_its_owner_alone_and_goes_when_deleted(self):
        self.run_("checkin", "--answer", "wakes_at_night=yes")
        kept = [path for path in self.db.parent.rglob("*") if path.parent.name != "files"]
        self.assertTrue(kept)
        for path in kept:
            if path.name == "files":
                continue  # the demo's made-up training files, which any program may read
            mode = stat.S_IMODE(path.stat().st_mode)
            self.assertEqual(mode, 0o700 if path.is_dir() else 0o600, path)
        whole = self.folder / "everything.json"
        self.run_("export", str(whole))
        self.assertIn("wakes_at_night", whole.read_text())
        self.run_("delete", "--yes")
        self.assertNotIn(b"wakes_at_night", b"".join(path.read_bytes() for path in self.db.parent.glob("hipline.db*")))


if __name__ == "__main__":
    unittest.main()
