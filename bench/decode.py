#!/usr/bin/env python3
"""How fast training files are read, beside gpsbabel and npm's @garmin/fitsdk: answers are compared before times. Reads the files under
HIPLINE_SAMPLES (fit/, tcx/, gpx/), else those of tests/fixtures/training. Prints lines `name value unit`; ratios count the files that
both read. All times are processor time on one core, the best of several passes. Usage: bench/decode.py PROGRAM (tools/bench decode)"""
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / "build/bench/bench/decode_bench"
PEERS = ROOT / "build/peers"
FITSDK = "@garmin/fitsdk@21.217.0"
GPSBABEL_FORMATS = {"fit": "garmin_fit", "tcx": "gtrnctr", "gpx": "gpx"}
# What the project promises itself; see the README of bench/.
GOALS = {"fit": 300, "fit_gz": 180}
GOAL_RATIOS = {("fit", "gpsbabel"): 12, ("fit", "fitsdk"): 60, ("tcx", "gpsbabel"): 5, ("gpx", "gpsbabel"): 5}
REPEAT_TO_MB = 24


def say(text):
    print(text, file=sys.stderr)


def processor_seconds(command):
    """Of the best of three runs; nothing where the command fails."""
    best = None
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode != 0:
            return None
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = spent if best is None else min(best, spent)
    return best


def our_answers(files):
    done = subprocess.run([str(BENCH), "answers", *map(str, files)], capture_output=True, check=True, text=True)
    return {answer["file"]: answer for answer in map(json.loads, done.stdout.splitlines())}


def our_rate(folder, files):
    """Megabytes a second of one core."""
    listed = Path(folder) / "files"
    listed.write_text("".join(f"{file}\n" for file in files))
    done = subprocess.run([str(BENCH), "time", str(listed), "--benchmark_format=json", "--benchmark_min_time=1",
                           "--benchmark_repetitions=5"], capture_output=True, check=True, text=True)
    runs = [b for b in json.loads(done.stdout)["benchmarks"] if b.get("run_type") == "iteration"]
    size = sum(Path(file).stat().st_size for file in files)
    unit = {"ns": 1e9, "us": 1e6, "ms": 1e3, "s": 1}
    return size / 1e6 / min(b["cpu_time"] / unit[b["time_unit"]] for b in runs)


def gpsbabel_points(kind, file):
    """How many points gpsbabel reads from a file; nothing where it refuses it."""
    done = subprocess.run(["gpsbabel", "-t", "-i", GPSBABEL_FORMATS[kind], "-f", str(file), "-o", "unicsv", "-F", "-"], capture_output=True)
    return max(done.stdout.count(b"\n") - 1, 0) if done.returncode == 0 else None


def gpsbabel_rate(kind, files):
    """Reading alone: nothing is written, and what starting the program costs is taken off."""
    size = sum(Path(file).stat().st_size for file in files)
    repeat = max(1, round(REPEAT_TO_MB * 1e6 / size))
    begin = processor_seconds(["gpsbabel", "-i", GPSBABEL_FORMATS[kind], "-f", str(min(files, key=lambda f: Path(f).stat().st_size))])
    named = [word for file in files * repeat for word in ("-f", str(file))]
    spent = processor_seconds(["gpsbabel", "-i", GPSBABEL_FORMATS[kind], *named])
    return size * repeat / 1e6 / max(spent - begin, 1e-9) if spent else None


def fitsdk(folder, files, what):
    listed = Path(folder) / "files"
    listed.write_text("".join(f"{file}\n" for file in files))
    done = subprocess.run(["node", str(ROOT / "bench/decode/read_with_fitsdk.mjs"), str(PEERS), str(listed), what],
                          capture_output=True, check=True, text=True)
    return done.stdout


def fetch_fitsdk():
    if (PEERS / "node_modules/@garmin/fitsdk").is_dir():
        return True
    PEERS.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["npm", "install", "--silent", "--no-save", "--prefix", str(PEERS), FITSDK], capture_output=True)
    return done.returncode == 0


def report(name, value, unit, goal=None):
    beside = "" if goal is None else f"   (goal {goal:g}: {value / goal:.2f} of it)"
    print(f"{name} {value:.3g} {unit}{beside}")


def same(a, b, within):
    return abs(a - b) <= within * max(abs(a), abs(b), 1)


def main():
    samples = os.environ.get("HIPLINE_SAMPLES")
    fixtures = ROOT / "tests/fixtures/training"
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("fit", "tcx", "gpx"):
            files = sorted((Path(samples) / kind if samples else fixtures).glob(f"*.{kind}"))
            ours = our_answers(files)
            with_records = [file for file in files if ours[str(file)]["records"] > 0]
            size = sum(file.stat().st_size for file in with_records) / 1e6
            say(f"{kind}: {len(with_records)} files with activities of {len(files)}, {size:.1f} MB, "
                f"{sum(answer['records'] for answer in ours.values())} records")
            report(f"{kind}_decode", our_rate(folder, with_records), "MB/s", GOALS.get(kind))
            compare_with_gpsbabel(kind, folder, with_records, ours)
            if kind == "fit":
                compare_with_fitsdk(folder, with_records, ours)
                time_gzip(folder, with_records)


def compare_with_gpsbabel(kind, folder, files, ours):
    agreed = []
    for file in files:
        points = gpsbabel_points(kind, file)
        if points is None:
            say(f"  gpsbabel refuses {file.name}")
        elif points > 0:
            if points != ours[str(file)]["records"]:
                say(f"  {file.name}: {ours[str(file)]['records']} records here, {points} points with gpsbabel")
            agreed.append(file)
    theirs = gpsbabel_rate(kind, agreed) if agreed else None
    if theirs is None:
        say(f"  gpsbabel could not be timed on {kind}")
        return
    report(f"{kind}_gpsbabel", theirs, "MB/s")
    report(f"{kind}_decode_vs_gpsbabel", our_rate(folder, agreed) / theirs, "x", GOAL_RATIOS[(kind, "gpsbabel")])


def compare_with_fitsdk(folder, files, ours):
    if not fetch_fitsdk():
        say("  @garmin/fitsdk could not be fetched: not compared")
        return
    answers = {a["file"]: a for a in map(json.loads, fitsdk(folder, files, "answers").splitlines())}
    agreed = []
    for file in files:
        mine, theirs = ours[str(file)], answers[str(file)]
        if theirs["error"] or theirs["records"] == 0:
            say(f"  @garmin/fitsdk on {file.name}: {theirs['records']} records, {theirs['error'] or 'no error'}")
            continue
        if mine["records"] != theirs["records"] or not same(mine["distance_m"], theirs["distance_m"], 0.01):
            say(f"  {file.name}: {mine['records']} records and {mine['distance_m']:.0f} m here, {theirs['records']} and "
                f"{theirs['distance_m']:.0f} m with @garmin/fitsdk")
        agreed.append(file)
    seconds = float(fitsdk(folder, agreed, "seconds"))
    theirs = sum(file.stat().st_size for file in agreed) / 1e6 / seconds
    report("fit_fitsdk", theirs, "MB/s")
    report("fit_decode_vs_fitsdk", our_rate(folder, agreed) / theirs, "x", GOAL_RATIOS[("fit", "fitsdk")])


def time_gzip(folder, files):
    """Rate of output: what is unpacked counts, as with any inflater."""
    packed = []
    for number, file in enumerate(files):
        packed.append(Path(folder) / f"{number}.fit.gz")
        packed[-1].write_bytes(gzip.compress(file.read_bytes(), 6))
    grown = sum(f.stat().st_size for f in files) / sum(f.stat().st_size for f in packed)
    report("fit_gz_decode", our_rate(folder, packed) * grown, "MB/s", GOALS["fit_gz"])


if len(sys.argv) != 2:
    sys.exit(__doc__)
main()
