#!/usr/bin/env python3
"""The program as its user meets it when something is wrong: one clear sentence that names the place, the right exit status,
and a database that is as it was. Usage: bad_input_test.py path/to/hipline"""
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HIPLINE = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else Path("hipline")
SAMPLES = os.environ.get("HIPLINE_SAMPLES")

TRACK = """<?xml version="1.0"?>
<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>{points}</trkseg></trk></gpx>
"""


def gpx(day, count=1200, hour=8):
    """A run of `count` points, one each three seconds, about 8 m apart: three metres a second is nobody's bike."""
    points = []
    for i in range(count):
        seconds = hour * 3600 + i * 3
        clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        points.append(f'<trkpt lat="{52.5 + i * 0.00008:.6f}" lon="13.4"><ele>{40 + i % 17}</ele><time>2026-10-{day:02}T{clock}Z</time></trkpt>')
    return TRACK.format(points="".join(points))


class BadInput(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="hipline_end_to_end_"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.db = self.folder / "data" / "hipline.db"

    def hipline(self, *arguments, db=None, **options):
        environment = {**os.environ, "HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder / "share"), "TZ": "UTC"}
        return subprocess.run([HIPLINE, *map(str, arguments), "--db", str(db or self.db)], env=environment, text=True,
                              capture_output=True, stdin=subprocess.DEVNULL, timeout=300, **options)

    def answer(self, *arguments, exit_code=0, **options):
        ran = self.hipline(*arguments, "--json", **options)
        self.assertEqual(ran.returncode, exit_code, ran.stdout + ran.stderr)
        return json.loads(ran.stdout)  # exactly one value, nothing else

    def refused(self, *arguments, exit_code, code, place, **options):
        """The refusal in both forms: one sentence on standard error, and one JSON value."""
        spoken = self.hipline(*arguments, **options)
        self.assertEqual(spoken.returncode, exit_code, spoken.stdout + spoken.stderr)
        sentence = spoken.stderr.strip() or spoken.stdout.strip()
        self.assertIn(str(place), sentence)
        self.assertNotIn("terminate", sentence)
        error = self.answer(*arguments, exit_code=exit_code, **options)["error"]
        self.assertEqual(error["code"], code)
        self.assertIn(str(place), error["where"] + error["message"])
        self.assertTrue(error["message"].endswith("."), error["message"])
        return error

    def dump(self, path=None):
        with sqlite3.connect(f"file:{path or self.db}?mode=ro", uri=True) as connection:
            return "\n".join(connection.iterdump())

    def a_run(self, day=1):
        path = self.folder / f"run-{day}.gpx"
        path.write_text(gpx(day))
        return path

    def imported(self):
        self.answer("import", self.a_run(1))
        return self.dump()

    # The user's mistakes

    def test_a_missing_file(self):
        before = self.imported()
        self.refused("import", self.folder / "nowhere.fit", exit_code=2, code="no_such_file", place="nowhere.fit")
        self.assertEqual(self.dump(), before)

    def test_a_missing_file_beside_a_good_one_keeps_nothing(self):
        before = self.imported()
        self.refused("import", self.a_run(2), self.folder / "nowhere.fit", exit_code=2, code="no_such_file", place="nowhere.fit")
        self.assertEqual(self.dump(), before)

    def test_text_in_place_of_a_training_file(self):
        before = self.imported()
        text = self.folder / "notes.fit"
        text.write_text("Ran 10 k today, felt fine.\n")
        ran = self.answer("import", text, exit_code=2)
        self.assertEqual(ran["files"][0]["verdict"], "refused")
        self.assertEqual(ran["error"]["where"], str(text))
        self.assertIn("notes.fit", ran["error"]["message"])
        self.assertEqual(self.dump(), before)

    def test_an_empty_file(self):
        empty = self.folder / "empty.fit"
        empty.touch()
        ran = self.answer("import", empty, exit_code=2)
        self.assertEqual(ran["files"][0]["verdict"], "refused")

    def test_an_empty_folder(self):
        before = self.imported()
        empty = self.folder / "empty"
        empty.mkdir()
        self.refused("import", empty, exit_code=2, code="no_files", place=empty)
        self.assertEqual(self.dump(), before)

    def test_one_bad_file_never_stops_the_rest(self):
        folder = self.folder / "mixed"
        folder.mkdir()
        (folder / "a.fit").write_bytes(os.urandom(3000))
        (folder / "b.gpx").write_text(gpx(3))
        (folder / "c.zip").write_bytes(b"PK\x03\x04 broken")
        ran = self.answer("import", folder)
        self.assertEqual({Path(f["name"]).name: f["verdict"] for f in ran["files"]},
                         {"a.fit": "refused", "b.gpx": "run", "c.zip": "refused"})

    def test_words_that_are_no_command(self):
        self.refused("imports", "undo", "seven", exit_code=2, code="usage", place="imports undo")
        self.refused("import", exit_code=2, code="usage", place="hipline import")
        self.refused("imports", "undo", "7", exit_code=2, code="no_such_import", place="7")

    def test_delete_without_a_word_of_consent(self):
        before = self.imported()
        self.refused("delete", exit_code=2, code="not_confirmed", place="--yes")
        self.assertEqual(self.dump(), before)

    def test_restore_of_what_is_no_export(self):
        run = self.a_run()
        self.refused("restore", run, exit_code=2, code="not_an_export", place=run)

    # The world's failures

    def test_a_locked_database(self):
        before = self.imported()
        holder = sqlite3.connect(self.db, isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        try:
            self.refused("import", self.a_run(2), exit_code=1, code="database_locked", place=self.db)
        finally:
            holder.execute("ROLLBACK")
            holder.close()
        self.assertEqual(self.dump(), before)

    def test_a_newer_database(self):
        self.imported()
        with sqlite3.connect(self.db) as connection:
            connection.execute("INSERT INTO schema_version (version, name) VALUES (999, 'from the future')")
        before = self.dump()
        self.refused("import", self.a_run(2), exit_code=1, code="database_newer", place=self.db)
        self.assertEqual(self.dump(), before)

    def test_a_file_that_is_no_database(self):
        notes = self.folder / "notes.txt"
        notes.write_text("Not a database at all, just a few words about running.\n")
        self.refused("import", self.a_run(), exit_code=1, code="not_a_database", place=notes, db=notes)
        self.assertIn("just a few words", notes.read_text())
        self.refused("delete", "--yes", exit_code=1, code="not_a_database", place=notes, db=notes)
        self.assertTrue(notes.exists())

    def no_room_for(self, runs, points, room):
        """Imports runs where no file may grow beyond `room` bytes: nothing is kept, and with room again all is."""
        before = self.imported()
        many = self.folder / "many"
        many.mkdir()
        for number in range(runs):
            (many / f"{number}.gpx").write_text(gpx(2 + number % 28, points, hour=4 + number // 28))

        def little_room():
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        ran = self.hipline("import", many, "--json", preexec_fn=little_room)
        self.assertEqual(ran.returncode, 1, ran.stdout + ran.stderr)
        error = json.loads(ran.stdout)["error"]
        self.assertIn(error["code"], ("disk_full", "disk_error"))
        self.assertEqual(self.dump(), before)
        originals = [path for path in Path(f"{self.db}.originals").rglob("*") if path.is_file()]
        self.assertEqual(len(originals), 1)
        self.assertEqual(self.answer("import", many)["counts"]["run"], runs)
        return error

    def test_a_disk_too_full_for_the_database(self):
        error = self.no_room_for(runs=40, points=300, room=64 * 1024)
        self.assertEqual(error["where"], str(self.db))

    def test_a_disk_too_full_for_the_originals(self):
        error = self.no_room_for(runs=2, points=1200, room=100 * 1024)
        self.assertIn(".originals", error["where"])

    def test_a_folder_that_cannot_be_written(self):
        if not os.path.isdir("/proc"):
            self.fail("this test needs a folder that even root cannot write to")
        place = Path("/proc/hipline-test/hipline.db")
        self.refused("import", self.a_run(), exit_code=1, code="cannot_write", place="/proc/hipline-test", db=place)

    def test_an_output_that_is_full(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            environment = {**os.environ, "HOME": str(self.folder)}
            ran = subprocess.run([HIPLINE, "imports", "list", "--db", str(self.db)], env=environment, stdout=full,
                                 stderr=subprocess.PIPE, text=True, timeout=60)
        self.assertEqual(ran.returncode, 1)
        self.assertIn("output", ran.stderr)

    def test_a_reader_that_went_away(self):
        case = Path(__file__).resolve().parent.parent / "cases" / "golden" / "settling.json"
        for _ in range(5):
            assess = subprocess.Popen([HIPLINE, "assess", str(case), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            assess.stdout.read(10)
            assess.stdout.close()
            self.assertIn(assess.wait(timeout=60), (0, 1))
            assess.stderr.close()

    # And what goes well around it

    def test_the_same_command_again_changes_nothing(self):
        before = self.imported()
        again = self.answer("import", self.a_run(1))
        self.assertEqual(again["files"][0]["verdict"], "duplicate")
        self.assertIsNone(again["import"])
        self.assertEqual(self.dump(), before)

    def test_a_dry_run_keeps_nothing(self):
        ran = self.answer("import", self.a_run(), "--dry-run")
        self.assertEqual(ran["counts"]["run"], 1)
        self.assertEqual(self.answer("imports", "list")["imports"], [])

    def test_an_import_taken_back_can_be_made_again(self):
        self.imported()
        self.assertEqual(self.answer("imports", "undo", 1)["runs_removed"], 1)
        self.refused("imports", "undo", 1, exit_code=2, code="already_undone", place="1")
        self.assertFalse([path for path in Path(f"{self.db}.originals").rglob("*") if path.is_file()])
        self.assertEqual(self.answer("import", self.a_run(1))["counts"]["run"], 1)

    def test_an_export_brings_everything_back(self):
        self.imported()
        everything = self.folder / "everything.json"
        self.answer("export", everything)
        self.assertEqual(everything.stat().st_mode & 0o777, 0o600)
        self.refused("export", everything, exit_code=2, code="file_exists", place=everything)
        self.refused("restore", everything, exit_code=2, code="database_not_empty", place="database")
        self.answer("delete", "--yes")
        self.assertEqual(list(self.db.parent.iterdir()), [])
        back = self.answer("restore", everything)
        self.assertEqual((back["runs"], back["originals"]), (1, 1))
        once_more = self.folder / "once-more.json"
        self.answer("export", once_more)
        one, two = json.loads(everything.read_text()), json.loads(once_more.read_text())
        del one["exported_at"], two["exported_at"]
        self.assertEqual(one, two)

    def test_doctor_is_well_on_a_fresh_machine_and_says_what_is_not(self):
        self.assertTrue(self.answer("doctor")["well"])
        self.assertFalse(self.db.exists())
        self.db.parent.mkdir()
        self.db.write_text("something else entirely")
        sick = self.answer("doctor", exit_code=1)
        self.assertEqual([check["name"] for check in sick["checks"] if not check["well"]], ["database"])

    def test_every_file_of_the_samples_is_accounted_for(self):
        if not SAMPLES:
            print("HIPLINE_SAMPLES is not set: 0 sample files read")
            return
        folders = [Path(SAMPLES) / name for name in ("fit", "tcx", "gpx")]
        present = sorted(str(path) for folder in folders for path in folder.rglob("*") if path.is_file())
        ran = self.answer("import", *folders)
        named = sorted(entry["name"] for entry in ran["files"])
        self.assertEqual([name for name in present if not any(name == n or n.startswith(name + "/") for n in named)], [])
        self.assertEqual(len(named), len(present))
        self.assertTrue(all(entry["reason"] for entry in ran["files"]))
        by_name = {Path(entry["name"]).name: entry for entry in ran["files"]}
        for name, records, km in (("activity-small-fenix2-run.fit", 2809, 9.0), ("developer-types-sample.fit", 3424, 6.75),
                                  ("compressed-speed-distance.fit", 755, 10.2)):
            self.assertEqual(by_name[name]["records"], records, name)
            self.assertAlmostEqual(by_name[name]["distance_m"] / 1000, km, delta=0.06, msg=name)
        again = self.answer("import", *folders)
        self.assertIsNone(again["import"])
        print(f"{len(present)} sample files read: {ran['counts']}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
