#!/usr/bin/env python3
"""Setup, check-in and a clinician's word as a runner types them in a terminal, and by flags.
Usage: dialogue_test.py path/to/hipline"""
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from terminal import Terminal

HIPLINE = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else Path("hipline")
CONTENT = Path(__file__).resolve().parent.parent.parent / "content"
PROMPT = re.compile(r"\] > $")

RUN = """<?xml version="1.0"?>
<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>{points}</trkseg></trk></gpx>
"""


def gpx(day):
    points = []
    for i in range(1200):
        seconds = 8 * 3600 + i * 3
        clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        points.append(f'<trkpt lat="{52.5 + i * 0.00008:.6f}" lon="13.4"><time>{day}T{clock}Z</time></trkpt>')
    return RUN.format(points="".join(points))


class Dialogue(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="hipline_dialogue_"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.db = self.folder / "hipline.db"
        self.environment = {**os.environ, "HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder), "TZ": "UTC"}

    def flags(self, *arguments, today="2026-11-22"):
        return subprocess.run([HIPLINE, *arguments, "--db", str(self.db), "--today", today], env=self.environment, text=True,
                              capture_output=True, stdin=subprocess.DEVNULL, timeout=300)

    def answer(self, *arguments, **options):
        ran = self.flags(*arguments, "--json", **options)
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)
        return json.loads(ran.stdout)

    def typed(self, *arguments, answer, today="2026-11-22"):
        """Answers each page by `answer(page)`; gives back all pages, the last words and the exit status."""
        terminal = Terminal([HIPLINE, *arguments, "--db", str(self.db), "--today", today], self.environment)
        pages = []
        while (page := terminal.until_end_is(PROMPT)) is not None:
            pages.append(page)
            self.assertLess(len(pages), 80, "it never stops asking")
            terminal.press(answer(page) + "\n")
        status = terminal.end()
        return pages, terminal.text[terminal.seen:], status

    def one_run(self, day="2026-11-20"):
        path = self.folder / f"run-{day}.gpx"
        path.write_text(gpx(day))
        self.answer("import", str(path))

    def known(self):
        return self.answer("setup")["known"]

    def check_ins(self):
        with sqlite3.connect(f"file:{self.db}?mode=ro", uri=True) as connection:
            return connection.execute("select count(*) from check_in").fetchone()[0]


def calm(page):
    """The most reassuring answer a page allows."""
    if "[0 to 10]" in page or "like 1,3" in page:
        return "0"
    return "n" if "[y/n]" in page else ""


def scripted(words, otherwise=""):
    """Answers the first page that holds a key by its value, once each; the rest by `otherwise`."""
    left = dict(words)

    def answer(page):
        for key in list(left):
            if key in page:
                return left.pop(key)
        return otherwise(page) if callable(otherwise) else otherwise

    return answer


SETUP = {"Which day is your race": "2026-12-09", "How long is it": "42.195", "Which side aches": "2", "Where do you feel it": "1",
         "What does it feel like": "1,2", "How did it begin": "1", "Since which day": "2026-11-10", "What have you tried": "1,3,4",
         "Did any of it last": "n", "On a good week": "none", "strain that hip": "2026-06-20", "Which side was it": "2",
         "over before this ache": "y", "What do you have at home": "1,2", "done this circuit": "y"}


class Setup(Dialogue):
    def test_by_typing(self):
        pages, last, status = self.typed("setup", answer=scripted(SETUP))
        self.assertEqual(status, 0)
        self.assertLessEqual(len(pages), 26)
        self.assertIn("Saved.", last)
        known = self.known()
        self.assertEqual(known["race-day"], "2026-12-09")
        self.assertEqual(known["ache-qualities"], "dull,deep")
        self.assertEqual(known["usual-pain"], "0")
        self.assertEqual(known["strain-healed"], "yes")
        self.assertEqual(known["equipment"], "loop_band_heavy,loop_band_light")
        self.assertNotIn("birth-year", known)

    def test_private_questions_say_why_and_may_be_declined(self):
        pages, _, _ = self.typed("setup", answer=lambda page: "")
        for question in ("In which year were you born", "Which sex", "How tall", "And your weight"):
            page = " ".join(next(page for page in pages if question in page).split())
            self.assertIn("It is your choice, and it stays on this device", page)
        self.assertEqual(sorted(self.known()), ["units", "zone"])

    def test_a_slip_is_answered_by_one_sentence_and_asked_again(self):
        pages, _, status = self.typed("setup", answer=scripted({"On a good week, how much does your hip": "14"}, otherwise=""))
        self.assertEqual(status, 0)
        again = [page for page in pages if "On a good week" in page]
        self.assertEqual(len(again), 2)
        self.assertIn("from 0 to 10", again[1])

    def test_going_back_corrects(self):
        answers = iter(["2026-12-09", "21", "b", "42.195"])
        self.typed("setup", answer=lambda page: next(answers, "q"))
        self.assertEqual(self.known()["race-km"], "42.195")

    def test_stopping_midway_keeps_what_was_said_and_goes_on_there(self):
        _, last, status = self.typed("setup", answer=scripted({"Which day is your race": "2026-12-09", "How long": "10"}, otherwise="q"))
        self.assertEqual(status, 0)
        self.assertIn("Kept what you said", last)
        pages, _, _ = self.typed("setup", answer=lambda page: "q")
        self.assertIn("What is the race called", pages[0])
        pages, _, _ = self.typed("setup", "--again", answer=lambda page: "q")
        self.assertIn("So far: 2026-12-09", pages[0])

    def test_by_flags(self):
        known = self.answer("setup", "--race-day", "2026-12-09", "--race-km", "42.195", "--race-name", "Lakeside", "--birth-year", "1990",
                            "--sex", "female", "--height-cm", "170", "--mass-kg", "60", "--country", "de", "--units", "metric",
                            "--zone", "Europe/Berlin", "--days", "mon,wed,sun", "--ache-side", "right", "--ache-sites", "front-of-hip",
                            "--ache-qualities", "deep,dull", "--ache-onset", "gradual", "--ache-onset-day", "2026-11-10",
                            "--strain-when", "2026-06-20", "--equipment", "none", "--done-circuit", "yes", "--usual-pain", "0")["known"]
        self.assertEqual(known["days"], "mon,wed,sun")
        self.assertEqual(known["country"], "DE")
        self.assertEqual(known["equipment"], "none")
        self.assertEqual(self.known(), known)
        self.assertNotIn("mass-kg", self.answer("setup", "--mass-kg", "forget")["known"])

    def test_every_field_of_the_content_has_its_flag(self):
        usage = self.flags("setup", "--help").stdout
        for field in (CONTENT / "setup").glob("*.yaml"):
            self.assertIn(f"--{field.stem} ", usage)

    def test_bad_input_is_refused_and_nothing_is_kept(self):
        before = self.answer("setup", "--race-day", "2026-12-09")["known"]
        for flag, value, code in (("--race-day", "2026-11-01", "race_long_past"), ("--birth-year", "2030", "out_of_range"),
                                  ("--usual-pain", "14", "out_of_range"), ("--zone", "Mars/Base", "unknown_zone")):
            ran = self.flags("setup", "--ache-side", "left", flag, value)
            self.assertEqual(ran.returncode, 2, ran.stdout)
            self.assertIn(flag, ran.stderr)
            self.assertEqual(ran.stderr.count("\n"), 1)
            self.assertEqual(json.loads(self.flags("setup", flag, value, "--json").stdout)["error"]["code"], code)
            self.assertEqual(self.known(), before)

    def test_no_terminal_and_nothing_said_starts_no_dialogue(self):
        self.assertEqual(self.flags("setup").returncode, 2)
        self.assertEqual(self.flags("checkin").returncode, 2)
        self.assertEqual(self.flags("advice", "record").returncode, 2)


class CheckIn(Dialogue):
    def setUp(self):
        super().setUp()
        self.answer("setup", "--race-day", "2026-12-09", "--birth-year", "1990", "--ache-side", "right", "--ache-sites", "front_of_hip",
                    "--ache-qualities", "dull", "--ache-onset-day", "2026-11-15", "--zone", "UTC", "--done-circuit", "yes")

    def test_the_first_one_by_typing(self):
        self.one_run()
        pages, last, status = self.typed("checkin", answer=scripted({"at its worst": "4", "Where in the run": "3"}, otherwise=calm))
        self.assertEqual(status, 0)
        self.assertIn("take your weight", pages[0])
        self.assertIn("Please do not try it out", "".join(pages))
        self.assertIn("That is all I need today", last)
        self.assertNotIn("Still open", last)
        self.assertEqual(self.check_ins(), 1)

    def test_a_day_has_four_questions(self):
        self.one_run()
        self.typed("checkin", answer=calm)
        self.one_run("2026-11-23")
        pages, last, _ = self.typed("checkin", answer=calm, today="2026-11-24")
        self.assertEqual(len(pages), 4, pages)
        for page, words in zip(pages, ("at its worst", "this morning", "is any of this true", "Anything new")):
            self.assertIn(words, page)
        self.assertNotIn("Still open", last)

    def test_skipping_everything_stays_on_the_careful_side(self):
        pages, last, status = self.typed("checkin", answer=lambda page: "")
        self.assertEqual(status, 0)
        self.assertIn("careful side", "".join(pages))
        self.assertIn("Still open", last)
        self.assertEqual(self.answer("checkin", "--morning", "0")["kind"], "unanswered")

    def test_going_back_corrects(self):
        def answer(page):
            nonlocal step
            step += 1
            return {1: "0", 2: "5", 3: "b", 4: "0", 5: "q"}.get(step, "q")
        step = 0
        pages, last, _ = self.typed("checkin", answer=answer)
        self.assertEqual(pages[1].split()[-40:], pages[3].split()[-40:])
        self.assertNotIn("I stop asking here", last)

    def test_pain_14_is_asked_again(self):
        pages, _, status = self.typed("checkin", answer=scripted({"How is it this morning": "14"}, otherwise=calm))
        self.assertEqual(status, 0)
        again = [page for page in pages if "in your first steps" in page]
        self.assertEqual(len(again), 2)
        self.assertIn("whole number from 0", again[1])

    def test_an_emergency_ends_it_and_shows_what_to_do(self):
        pages, last, status = self.typed("checkin", answer=scripted({"take your weight": "1"}, otherwise=calm))
        self.assertEqual((len(pages), status), (2, 0))
        self.assertIn("Is it so?", pages[1])
        self.assertIn("I stop asking here", last)
        self.assertGreater(len(last.splitlines()), 5)

    def test_a_slip_is_taken_back_before_it_is_kept(self):
        answers = scripted({"take your weight": "1", "Is it so?": "b"}, otherwise=calm)
        pages, last, status = self.typed("checkin", answer=answers)
        self.assertEqual(status, 0)
        self.assertEqual(len([page for page in pages if "take your weight" in page]), 2)
        self.assertNotIn("I stop asking here", last)

    def test_what_was_said_today_can_be_put_right(self):
        self.typed("checkin", answer=calm)
        self.assertIn("Nothing was answered", self.flags("checkin", "--correct", "--ask", today="2026-11-23").stdout)
        pages, _, status = self.typed("checkin", "--correct", answer=scripted({"in daily life": "4"}, otherwise=calm))
        self.assertEqual(status, 0)
        self.assertEqual(self.check_ins(), 2)
        kind = self.answer("today")["decision"]["kind"]
        self.assertIn("in daily life", "".join(pages))
        if kind == "changeable":
            self.typed("checkin", "--correct", answer=calm)
            self.assertEqual(self.check_ins(), 3)

    def test_an_urgent_answer_asks_only_what_could_be_more_urgent(self):
        pages, last, _ = self.typed("checkin", answer=scripted({"is any of this true": "4"}, otherwise=calm))
        text = "".join(pages)
        self.assertIn("That answer matters", text)
        self.assertNotIn("about your bones", text)
        self.assertIn("I stop asking here", last)

    def test_stopping_midway_and_going_on(self):
        count = iter(range(100))
        _, last, _ = self.typed("checkin", answer=lambda page: calm(page) if next(count) < 5 else "q")
        self.assertIn("Kept what you said", last)
        pages, last, _ = self.typed("checkin", answer=calm)
        self.assertNotIn("take your weight", "".join(pages))
        self.assertNotIn("Still open", last)

    def test_private_questions_may_be_declined(self):
        pages, last, status = self.typed("checkin", answer=scripted({"about your bones": ""}, otherwise=calm))
        bones = " ".join(next(page for page in pages if "about your bones" in page).split())
        self.assertIn("It is your choice", bones)
        self.assertIn("stays on this device", bones)
        self.assertEqual(status, 0)
        self.assertNotIn("Still open", last)

    def test_by_flags(self):
        self.one_run()
        said = self.answer("checkin", "--worst", "mild ache", "--morning", "1", "--nothing-new", "--none-of", "walking-and-night",
                           "--answer", "fever_or_ill=no", "--answer", "pregnant=skip")
        self.assertIsNone(said["alarm"])
        self.assertEqual(said["kind"], "unanswered")
        said = self.answer("checkin", "--answer", "wakes_at_night=yes")
        self.assertEqual((said["alarm"], said["level"]), ("clinician_urgent", "clinician_urgent"))

    def test_flags_that_cannot_be_are_refused_and_nothing_is_kept(self):
        for arguments, code in ((("--worst", "14"), "out_of_range"), (("--morning", "2.5"), "out_of_range"),
                                (("--answer", "wakes_at_nite=yes"), "unknown_fact"), (("--answer", "wakes_at_night"), "bad_answer"),
                                (("--none-of", "walking"), "unknown_question")):
            ran = self.flags("checkin", "--nothing-new", *arguments)
            self.assertEqual(ran.returncode, 2, ran.stdout)
            self.assertIn(arguments[0], ran.stderr)
            self.assertEqual(ran.stderr.count("\n"), 1, ran.stderr)
            self.assertEqual(json.loads(self.flags("checkin", *arguments, "--json").stdout)["error"]["code"], code)
        self.assertEqual(self.check_ins(), 0)

    def test_a_clinicians_word_opens_the_lock(self):
        self.typed("checkin", answer=calm)
        self.answer("checkin", "--answer", "wakes_at_night=yes", today="2026-11-23")
        ran = self.flags("advice", "record", "--who", "Dr Lee", "--verdict", "may-run", "--limits", "no hills", today="2026-11-24")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertIn("seven days", ran.stdout)
        self.assertIn("no hills", ran.stdout)
        pages, last, status = self.typed("advice", "record", today="2026-11-25",
                                         answer=scripted({"On which day": "", "Who was it": "Dr Lee", "What did they say": "3", "Any limits": ""}))
        self.assertEqual((len(pages), status), (4, 0))
        self.assertIn("No running", last)

    def test_a_day_to_come_is_no_visit(self):
        ran = self.flags("advice", "record", "--verdict", "may-run", "--date", "2026-12-24")
        self.assertEqual(ran.returncode, 2)
        self.assertIn("--date", ran.stderr)


class CircuitLog(Dialogue):
    def setUp(self):
        super().setUp()
        self.answer("setup", "--race-day", "2026-12-20", "--birth-year", "1990", "--ache-side", "right", "--ache-sites", "front_of_hip",
                    "--ache-qualities", "dull", "--ache-onset-day", "2026-11-15", "--zone", "UTC", "--done-circuit", "yes")
        self.one_run()
        self.typed("checkin", answer=calm)

    def log(self, **options):
        return self.answer("circuit", "log", "--list", **options)["log"]

    def test_by_typing(self):
        pages, last, status = self.typed("circuit", "log", answer=scripted({
            "How many seconds": "31 28", "worst pain in it": "7 2"}))
        self.assertEqual(status, 0)
        self.assertIn("How did the circuit go?", pages[0])
        self.assertLessEqual(len(pages), 20)
        self.assertIn("Noted: 4 exercises", " ".join(last.split()))
        first = self.log()[0]
        self.assertEqual((first["hold_left_s"], first["hold_right_s"], first["effort"], first["pain"]), (31, 28, 7, 2))
        self.assertEqual((first["band"], first["sets"]), ("heavy", 2))
        self.assertNotIn("pinching", first)
        self.assertNotIn("pain", self.log()[1])

    def test_a_slip_is_asked_again_and_back_corrects(self):
        answers = iter(["2", "", "900000 1", "b", "n", "b", "", "30 30", "heavy", "8 7", "y", "y", "q"])
        pages, last, status = self.typed("circuit", "log", answer=lambda page: next(answers))
        self.assertEqual(status, 0)
        self.assertIn("from 0 to 3600", "".join(pages))
        self.assertIn("Leave that one for today", " ".join(last.split()))
        line, = self.log()
        self.assertEqual((line["rounds"], line["pain"], line["pinching"], line["stopped_early"]), (2, 7, True, True))

    def test_by_flags_with_correction_and_taking_back(self):
        said = self.answer("circuit", "log", "--exercise", "pulses", "--left", "30", "--right", "25", "--pain", "twinge",
                           "--pinching", "no", "--band-brand", "Thera-Band", "--band-colour", "green", "--band-rest-cm", "30",
                           "--band-stretched-cm", "60", "--day", "2026-11-20")
        first, = said["ids"]
        second, = self.answer("circuit", "log", "--exercise", "pulses", "--pain", "4", "--day", "2026-11-20")["ids"]
        self.assertEqual([(line["id"], line["counts"]) for line in self.log()], [(first, False), (second, True)])
        self.answer("circuit", "log", "undo", str(second))
        self.assertEqual([(line["id"], line["counts"]) for line in self.log()], [(first, True), (second, False)])
        listed = " ".join(self.flags("circuit", "log", "--list").stdout.split())
        for words in ("30 s left, 25 s right", "band Thera-Band green", "pain 1", "(taken back)"):
            self.assertIn(words, listed)
        self.assertEqual(self.flags("circuit", "log", "undo", str(second)).returncode, 2)
        self.assertEqual(self.flags("circuit", "log", "undo", "999").returncode, 2)

    def test_all_as_planned_leaves_how_it_felt_unknown(self):
        self.assertEqual(len(self.answer("circuit", "log", "--exercise", "all", "--effort", "7")["ids"]), 4)
        for line in self.log():
            self.assertEqual(line["effort"], 7)
            self.assertNotIn("pain", line)

    def test_bad_input_is_refused_in_one_sentence_and_nothing_is_kept(self):
        for arguments, code in ((("--day", "2026-11-23"), "out_of_range"), (("--pain", "14"), "out_of_range"),
                                (("--pain", "2.5"), "out_of_range"), (("--effort", "11"), "out_of_range"),
                                (("--left", "-1"), "out_of_range"), (("--rounds", "0"), "out_of_range"),
                                (("--band", "green"), "bad_answer"), (("--pinching", "perhaps"), "bad_answer"),
                                (("--exercise", "handstand"), "unknown_exercise"),
                                (("--band-rest-cm", "60", "--band-stretched-cm", "30"), "out_of_range")):
            ran = self.flags("circuit", "log", "--exercise", "pulses", *arguments)
            self.assertEqual(ran.returncode, 2, ran.stdout)
            self.assertEqual(ran.stderr.count("\n"), 1, ran.stderr)
            told = json.loads(self.flags("circuit", "log", "--exercise", "pulses", *arguments, "--json").stdout)
            self.assertEqual(told["error"]["code"], code)
        self.assertEqual(self.log(), [])
        self.assertEqual(self.flags("circuit", "log").returncode, 2)

    def test_it_goes_with_the_export_and_comes_back(self):
        self.answer("circuit", "log", "--exercise", "climber", "--pain", "6", "--pinching", "yes", "--stopped-early", "y")
        self.answer("circuit", "log", "--exercise", "climber", "--pain", "5", "--repetitions", "8")
        self.answer("circuit", "log", "undo", "2")
        before = self.log()
        path = self.folder / "export.json"
        ran = self.flags("export", str(path))
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.db = self.folder / "again.db"
        ran = self.flags("restore", str(path))
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertEqual(self.log(), before)


if __name__ == "__main__":
    unittest.main(verbosity=1)
