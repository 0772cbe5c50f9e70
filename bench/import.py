#!/usr/bin/env python3
"""What importing ten years of runs costs: 2,500 made-up runs in FIT (HIPLINE_RUNS for another number), read, compared with what is
there, measured and kept, then the same folder once more. Prints lines `name value unit`; times are of the clock on the wall, on all
cores. Usage: bench/import.py PROGRAM (tools/bench import)"""
import json
import os
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
    """Seconds of one import, what it counted, and the most memory it took in MB."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as said:
        importing = subprocess.Popen([BUILT / "bin/hipline", "import", files, "--json", "--db", Path(folder) / "data/hipline.db"],
                                     stdout=said, env={**os.environ, "HOME": folder})
        _, status, used = os.wait4(importing.pid, 0)
        seconds = time.monotonic() - began
        if status != 0:
            sys.exit(f"the import ended with {status}")
        said.seek(0)
        return seconds, json.load(said)["counts"], used.ru_maxrss / 1e3


def copied(files, to):
    """Seconds that this computer takes to lay the same files down and flush them: an import keeps them as they came, too."""
    began = time.monotonic()
    subprocess.run(["cp", "-r", files, to], check=True)
    subprocess.run(["sync", "-f", to], check=True)
    return time.monotonic() - began


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
        small_s, counts, _ = imported(str(small), few)
        if counts["run"] != len(every[:: 10]):
            sys.exit(f"the small import brought {counts}")
        large = Path(folder) / "large"
        large.mkdir()
        first_s, counts, peak = imported(str(large), files)
        if counts["run"] != RUNS:
            sys.exit(f"the import brought {counts}")
        again_s, counts, _ = imported(str(large), files)
        if counts["duplicate"] != RUNS:
            sys.exit(f"the second import brought {counts}")
        report("import_rate", size / first_s, "MB/s", GOAL_RATE)
        report("import_beside_copying", first_s / copied(files, Path(folder) / "copy"), "x of cp and sync")
        report("import_peak_memory", peak, "MB", GOAL_PEAK)
        report("import_again_faster", first_s / again_s, "x", GOAL_AGAIN)
        report("import_cost_of_a_file_when_ten_times_as_many", (first_s / RUNS) / (small_s / len(every[:: 10])), "x", 1)


main()
