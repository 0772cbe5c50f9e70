#!/usr/bin/env python3
"""Processor time of one `hipline assess` of a 16-week history: made-up runs five days a week, a check-in each morning and after each
run. Prints lines `name value unit`. Usage: bench/assess.py PROGRAM"""
import datetime
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIMES = 60
GOAL_MS = 20


def history():
    case = json.loads((ROOT / "tests/cases/golden/settling.json").read_text())
    today = datetime.date.fromisoformat(case["date"])
    ache = datetime.date.fromisoformat(case["ache"]["onset_day"])
    runs, check_ins = [], []
    for back in range(16 * 7, 0, -1):
        day = today - datetime.timedelta(days=back)
        if day.weekday() not in (0, 4):
            km = {6: 18 + (112 - back) / 10, 2: 12}.get(day.weekday(), 9)
            run = {"day": str(day), "distance_km": round(km, 1), "elapsed_s": round(km * 355)}
            if day >= ache:
                run |= {"worst_pain": 3, "pain_onset": "late", "next_morning_pain": 1}
            runs.append(run)
        check_ins.append({"day": str(day), "moment": "morning", "answers": {"pain_this_morning": 1 if day > ache else 0}})
    case["runs"], case["check_ins"] = runs, check_ins + case["check_ins"]
    return case


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case.json"
        case.write_text(json.dumps(history()))
        answers, spent = set(), []
        for _ in range(TIMES):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            done = subprocess.run([program, "assess", str(case)], capture_output=True, check=True, env={"PATH": os.environ["PATH"], "HOME": folder})
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent.append(1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
            answers.add(done.stdout)
    if len(answers) != 1 or b'"level": "modify"' not in next(iter(answers)).replace(b'"level":"', b'"level": "'):
        sys.exit("bench assess: the answer is not the one expected, so its time counts for nothing")
    spent.sort()
    print(f"assess_cpu_median {spent[len(spent) // 2]:.1f} ms")
    print(f"assess_cpu_worst {spent[-1]:.1f} ms")
    print(f"assess_cpu_vs_goal {spent[len(spent) // 2] / GOAL_MS:.2f} x")


main()
