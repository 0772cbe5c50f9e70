#!/usr/bin/env python3
"""What importing ten years of runs costs: 2,500 made-up runs in FIT (HIPLINE_RUNS for another number), read, compared with what is
there, measured and kept, then the same folder once more. Prints lines `name value unit`; times are of the clock on the wall, on all
cores. Usage: bench/import.py PROGRAM (tools/bench import)"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "build/bench"
RUNS = int(os.environ.get("HIPLINE_RUNS", "2500"))
GOAL_RATE, GOAL_PEAK, GOAL_AGAIN = 100, 300, 5


def imported(folder, files):
    """Seconds of one import, and how many runs it brought."""
    began = time.monotonic()
    done = subprocess.run([BUILT / "bin/hipline", "import", files, "--json", "--db", Path(folder) / "data/hipline.db"],
                          capture_output=True, check=True, env={**os.environ, "HOME": folder})
    return time.monotonic() - began, json.loads(done.stdout)["counts"]


def report(name, value, unit, goal=None):
    beside = "" if goal is None else f"   (goal {goal:g}: {value / goal:.2f} of it)"
    print(f"{name} {value:.3g} {unit}{beside}", flush=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "files"
        files.mkdir()
        subprocess.run([BUILT / "bench/import_bench", files, str(RUNS)], check=True)
        few = Path(folder) / "few"
        few.mkdir()
        every = sorted(files.iterdir())
        for file in every[:: 10]:
            (few / file.name).write_bytes(file.read_bytes())
        size = sum(file.stat().st_size for file in every) / 1e6
        print(f"{RUNS} runs, {size:.0f} MB", file=sys.stderr)
        small = Path(folder) / "small"
        small.mkdir()
        small_s, counts = imported(str(small), few)
        if counts["run"] != len(every[:: 10]):
            sys.exit(f"the small import brought {counts}")
        large = Path(folder) / "large"
        large.mkdir()
        first_s, counts = imported(str(large), files)
        if counts["run"] != RUNS:
            sys.exit(f"the import brought {counts}")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3
        again_s, counts = imported(str(large), files)
        if counts["duplicate"] != RUNS:
            sys.exit(f"the second import brought {counts}")
        report("import_rate", size / first_s, "MB/s", GOAL_RATE)
        report("import_peak_memory", peak, "MB", GOAL_PEAK)
        report("import_again_faster", first_s / again_s, "x", GOAL_AGAIN)
        report("import_cost_of_a_file_when_ten_times_as_many", (first_s / RUNS) / (small_s / len(every[:: 10])), "x", 1)


main()
