#!/usr/bin/env python3
"""An import that is killed at any moment: the database opens and is sound, holds whole runs only, and the same command again comes to
what an undisturbed import comes to. Usage: killed_import_test.py path/to/hipline   (HIPLINE_KILLS=200 for the long form)"""
import json
import math
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

HIPLINE = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else Path("hipline")
KILLS = int(os.environ.get("HIPLINE_KILLS", "20"))
FILES = 320
BATCH = 250  # readings that an import keeps at once


def gpx(number):
    """A made-up run of 12 points on a day of its own."""
    points = []
    day = f"{2024 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    for i in range(12):
        points.append(f'<trkpt lat="{52.5 + i * 0.004:.4f}" lon="13.4"><time>{day}T08:{2 * i:02}:00Z</time></trkpt>')
    return f'<gpx><trk><type>running</type><trkseg>{"".join(points)}</trkseg></trk></gpx>'


def folders_in(path):
    try:
        return len(os.listdir(path))
    except FileNotFoundError:
        return 0


class KilledImport(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="hipline_killed_"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.files = self.folder / "files"
        self.files.mkdir()
        for number in range(FILES):
            (self.files / f"{number:04}.gpx").write_text(gpx(number))
        self.environment = {**os.environ, "HOME": str(self.folder), "TZ": "UTC"}

    def command(self, name):
        return [str(HIPLINE), "import", str(self.files), "--json", "--db", str(self.folder / name / "hipline.db")]

    def content(self, name):
        """The runs as everybody sees them: no numbers that depend on how often it was tried."""
        database = sqlite3.connect(self.folder / name / "hipline.db")
        try:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            self.assertEqual(database.execute("SELECT count(*) FROM run WHERE run_id NOT IN (SELECT run_id FROM run_series)").fetchone(), (0,))
            self.assertEqual(database.execute("SELECT count(*) FROM run WHERE run_id NOT IN (SELECT run_id FROM run_source)").fetchone(), (0,))
            for (content_hash,) in database.execute("SELECT content_hash FROM run_source"):
                self.assertTrue((self.folder / name / "hipline.db.originals" / content_hash[:2] / content_hash).is_file(), content_hash)
            return database.execute("SELECT start_ms, day, sport, kind, elapsed_s, distance_m, records, series, content_hash FROM run "
                                    "JOIN run_series USING (run_id) JOIN run_source USING (run_id) ORDER BY start_ms").fetchall()
        finally:
            database.close()

    def test_killed_at_any_moment_it_leaves_whole_runs_and_the_same_command_finishes(self):
        subprocess.run(self.command("whole"), env=self.environment, check=True, capture_output=True)
        whole = self.content("whole")
        self.assertEqual(len(whole), FILES)
        moments = random.Random(1)
        in_the_middle = 0
        for kill in range(KILLS):
            name = f"killed{kill}"
            # A moment told by how far the import is, not by a clock: originals fill so many of their 256 folders.
            # Every other one comes after the first batch was kept.
            read = moments.randrange(BATCH if kill % 2 else 0, FILES)
            enough = round(256 * (1 - math.exp(-read / 256)))
            originals = self.folder / name / "hipline.db.originals"
            with subprocess.Popen(self.command(name), env=self.environment, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL) as running:
                while running.poll() is None and folders_in(originals) < enough:
                    time.sleep(0.001)
                running.send_signal(signal.SIGKILL)
            if (self.folder / name / "hipline.db").exists():
                reader = subprocess.run([str(HIPLINE), "imports", "list", "--json", "--db", str(self.folder / name / "hipline.db")],
                                        env=self.environment, capture_output=True, text=True)
                self.assertEqual(reader.returncode, 0, reader.stderr)
                json.loads(reader.stdout)
                part = self.content(name)
                self.assertLessEqual(set(part), set(whole))
                in_the_middle += 0 < len(part) < FILES
            subprocess.run(self.command(name), env=self.environment, check=True, capture_output=True)
            self.assertEqual(self.content(name), whole)
            shutil.rmtree(self.folder / name)
        self.assertGreater(in_the_middle, 0, "no kill met the import in the middle: it says nothing")


if __name__ == "__main__":
    unittest.main(verbosity=1)
