#!/usr/bin/env python3
"""docs/guides/clinicians.md, carried out as it stands: its commands on a copy of the content, its changes to the files, and what
it says the program answers. And `content check` on planted mistakes. Usage: clinicians_guide_test.py path/to/hipline path/to/checkout"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(sys.argv.pop(2)).resolve()
HIPLINE = Path(sys.argv.pop(1)).resolve()
BLOCK = re.compile(r"^```(sh fails|sh|diff|output)\n(.*?)^```$", re.M | re.S)


class Checkout(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="hipline_guide_"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        shutil.copytree(SOURCE / "content", self.folder / "content")
        shutil.copytree(SOURCE / "tests" / "cases", self.folder / "tests" / "cases")
        run = self.folder / "run"
        run.write_text(f'#!/bin/sh\nexec "{HIPLINE}" "$@"\n')
        run.chmod(0o755)

    def shell(self, command):
        environment = {**os.environ, "HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder / "share"), "TZ": "UTC"}
        return subprocess.run(["sh", "-e", "-c", command], cwd=self.folder, env=environment, text=True, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=300)

    def change(self, block):
        head, *lines = block.rstrip("\n").split("\n")
        path = self.folder / head.removeprefix("--- ")
        before = "".join(line[1:] + "\n" for line in lines if line.startswith("-"))
        after = "".join(line[1:] + "\n" for line in lines if line.startswith("+"))
        text = path.read_text()
        self.assertEqual(text.count(before), 1, f"{path.name} holds once: {before}")
        path.write_text(text.replace(before, after))


class Guide(Checkout):
    def test_every_step_of_the_guide_does_what_the_guide_says(self):
        guide = (SOURCE / "docs" / "guides" / "clinicians.md").read_text()
        walk = guide[guide.index("## Walk through it once"):guide.index("### Put it in place")]
        said, steps = "", 0
        for kind, block in BLOCK.findall(walk):
            steps += 1
            if kind == "diff":
                self.change(block)
            elif kind == "output":
                for line in block.strip().split("\n"):
                    self.assertIn(line.strip(), said)
            else:
                ran = self.shell(block)
                said = " ".join(f"{ran.stdout}{ran.stderr}".split(" "))
                self.assertEqual(ran.returncode != 0, kind == "sh fails", f"{block}\n{said}")
        self.assertGreaterEqual(steps, 15)


class ContentCheck(Checkout):
    """Each planted mistake is named with its file, its line and a sentence."""

    def planted(self, path, before, after, line_of, words):
        file = self.folder / "content" / path
        text = file.read_text()
        self.assertEqual(text.count(before), 1, f"{path} holds once: {before}")
        changed = text.replace(before, after)
        file.write_text(changed)
        line = changed[:changed.index(line_of)].count("\n") + 1
        ran = self.shell("./run content check --content content")
        file.write_text(text)
        self.assertEqual(ran.returncode, 2, ran.stdout + ran.stderr)
        found = [one for one in ran.stdout.split("\n") if one.startswith(f"{path}:{line}:")]
        self.assertTrue(any(words in one for one in found), f"{path}:{line} {words}\n{ran.stdout}")
        for one in found:
            self.assertRegex(one, r"[.!] \([a-z_]+\)$")

    def test_planted_mistakes_are_named_with_file_and_line(self):
        rule = "rules/triage/TR-20a.yaml"
        self.planted(rule, "ache_days, more_than: 14", "ache_dayz, more_than: 14", "ache_dayz", "ache_dayz")
        self.planted(rule, "evidence: [robertson-wood-2017, flinn-2017", "evidence: [robertson-wood-2017, flynn-2017", "evidence:",
                     "flynn-2017")
        self.planted(rule, "grade: very_low", "grade: so_so", "grade:", "so_so")
        self.planted(rule, "  how_soon: Before", "  when_soon: Before", "  when_soon", "when_soon")
        self.planted(rule, "not_for: An", "not_for: An\nnot_for: An", "not_for: An ache", "not_for")
        self.planted("rules/triage/TR-20a.cases.yaml", "ache_days: unknown", "ache_days: 12", "- name: Start of the ache not known",
                     "fires: unknown")
        self.planted("parameters/pain.yaml", "  unit: points\n  meaning: Morning pain", "  meaning: Morning pain", "settled_margin", "unit")
        self.planted("text/en/today.yaml", 'title: "{date}"', 'title: "{day}"', "title:", "{day}")

    def test_the_whole_content_is_sound(self):
        ran = self.shell("./run content check --content content")
        self.assertEqual(ran.returncode, 0, ran.stdout)

    def test_diff_asks_for_cases_where_there_are_none(self):
        shutil.rmtree(self.folder / "tests")
        ran = self.shell("./run content diff content content")
        self.assertEqual(ran.returncode, 2)
        self.assertIn("--cases", ran.stderr)


if __name__ == "__main__":
    unittest.main()
