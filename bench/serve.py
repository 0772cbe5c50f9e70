#!/usr/bin/env python3
"""How fast `hipline serve` answers, for a made-up runner with ten years of runs, check-ins and decisions.

Cold start; today's page made anew (another address each time, so that nothing kept is given) and after a check-in; answers a second
under wrk beside nginx with the same bytes; an answer while 2,000 connections stand idle; memory under load (`--minutes N`, default 1).
The answers are compared before anything is timed. Prints lines `name value unit`. Usage: bench/serve.py PROGRAM [--minutes N]"""
import datetime
import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

YEARS = 10
RUNS_A_WEEK = 5
IDLE = 2000
GOAL_TODAY_MS, GOAL_START_MS, GOAL_ANSWERS = 5, 300, 8000
TODAY = datetime.date(2026, 9, 24)


def median(values):
    return sorted(values)[len(values) // 2]


def tcx(day, km):
    """One made-up run as a TCX file, a point a minute."""
    begin = datetime.datetime.combine(day, datetime.time(7, 0))
    points = "".join(
        f"<Trackpoint><Time>{(begin + datetime.timedelta(minutes=m)).isoformat()}Z</Time>"
        f"<DistanceMeters>{m * 170:.1f}</DistanceMeters><HeartRateBpm><Value>{130 + m % 20}</Value></HeartRateBpm></Trackpoint>"
        for m in range(int(km * 1000 / 170)))
    return ('<?xml version="1.0"?><TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>'
            f'<Activity Sport="Running"><Id>{begin.isoformat()}Z</Id><Lap StartTime="{begin.isoformat()}Z"><TotalTimeSeconds>{km / 0.17 * 60:.0f}'
            f"</TotalTimeSeconds><DistanceMeters>{km * 1000:.0f}</DistanceMeters><Track>{points}</Track></Lap></Activity></Activities>"
            "</TrainingCenterDatabase>")


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"bench serve: {' '.join(map(str, command))}: {done.stderr or done.stdout}")
    return done.stdout


def shifted(document, days):
    """A kept document on an earlier day."""
    moved = dict(document)
    if "at_ms" in moved:
        moved["at_ms"] -= days * 86_400_000
    if "at" in moved:
        at = datetime.datetime.fromisoformat(moved["at"].replace("Z", "+00:00")) - datetime.timedelta(days=days)
        moved["at"] = at.isoformat().replace("+00:00", "Z")
    if "day" in moved and isinstance(moved["day"], str):
        moved["day"] = str(datetime.date.fromisoformat(moved["day"]) - datetime.timedelta(days=days))
    return moved


def make_history(program, folder, env):
    """Ten years on from the made-up runner: their check-ins and decisions again and again, and a TCX file for each run."""
    run(program, "demo", "settling", "--today", str(TODAY), env=env)
    made_up = next(Path(folder).rglob("hipline.db"))
    for command in ("today", "plan"):
        run(program, command, "--db", str(made_up), "--today", str(TODAY), env=env)
    export = Path(folder) / "export.json"
    run(program, "export", str(export), "--db", str(made_up), env=env)
    everything = json.loads(export.read_text())
    latest_check_ins, decision = everything["check_ins"][-4:], everything["decisions"][-1]
    for day in range(7, YEARS * 365):
        everything["check_ins"].append(shifted(latest_check_ins[day % len(latest_check_ins)], day))
        everything["decisions"].append(shifted(decision, day))
    for name in ("check_ins", "decisions"):
        everything[name].sort(key=lambda one: one.get("at_ms", one.get("at")))
    export.write_text(json.dumps(everything))
    database = Path(folder) / "ten-years" / "hipline.db"
    run(program, "restore", str(export), "--db", str(database), env=env)
    files = Path(folder) / "runs"
    files.mkdir()
    for number in range(YEARS * 52 * RUNS_A_WEEK - 60):
        day = TODAY - datetime.timedelta(days=130 + number * 7 // RUNS_A_WEEK)
        (files / f"{day}-{number}.tcx").write_text(tcx(day, 6 + number % 9))
    run(program, "import", str(files), "--db", str(database), env=env)
    return database


class Server:
    def __init__(self, program, database, env, pages):
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [program, "serve", "--json", "--no-browser", "--port", "0", "--db", str(database), "--today", str(TODAY), "--pages", str(pages)],
            stdout=subprocess.PIPE, text=True, env=env)
        self.address = json.loads(self.process.stdout.readline())["address"]
        self.started_in = time.perf_counter() - began
        self.port = int(re.search(r":(\d+)/", self.address).group(1))
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", "/?key=" + self.address.split("key=")[1])
        self.cookie = connection.getresponse().getheader("Set-Cookie").split(";")[0]
        connection.close()

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def ask(self, connection, path, method="GET", body=None):
        headers = {"Cookie": self.cookie, "Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/json"}
        began = time.perf_counter()
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        content = answer.read()
        spent = 1000 * (time.perf_counter() - began)
        if answer.status != 200:
            sys.exit(f"bench serve: {method} {path} answered {answer.status}: {content[:300]!r}")
        return content, spent

    def memory_mb(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def processor_ms(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def end(self):
        self.process.terminate()
        self.process.wait()


def wrk(url, seconds, header=None):
    command = ["wrk", "-t1", "-c32", f"-d{seconds}s", url]
    if header:
        command += ["-H", header]
    told = run(*command)
    if re.search(r"Non-2xx|Socket errors", told):
        sys.exit(f"bench serve: wrk saw failures:\n{told}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", told).group(1))


def nginx_answers(folder, content, seconds):
    """The same bytes from nginx, as the reference; nothing where it is not installed."""
    program = shutil.which("nginx") or ("/usr/sbin/nginx" if Path("/usr/sbin/nginx").exists() else None)
    if not program:
        return None
    root = Path(folder) / "nginx"
    root.mkdir()
    root.chmod(0o755)
    Path(folder).chmod(0o755)
    (root / "today.json").write_bytes(content)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (root / "nginx.conf").write_text(
        f"worker_processes 1; daemon off; pid {root}/pid; error_log {root}/error.log;\nevents {{ worker_connections 4096; }}\n"
        f"http {{ access_log off; client_body_temp_path {root}; proxy_temp_path {root}; fastcgi_temp_path {root}; uwsgi_temp_path {root}; scgi_temp_path {root};\n"
        f"keepalive_requests 1000000000; server {{ listen 127.0.0.1:{port}; root {root}; }} }}\n")
    process = subprocess.Popen([program, "-c", str(root / "nginx.conf")], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
                connection.request("GET", "/today.json")
                if connection.getresponse().read() != content:
                    sys.exit("bench serve: nginx does not give the same bytes")
                break
            except ConnectionRefusedError:
                time.sleep(0.05)
        return wrk(f"http://127.0.0.1:{port}/today.json", seconds)
    finally:
        process.terminate()
        process.wait()


def main():
    minutes = 1.0
    arguments = sys.argv[1:]
    if "--minutes" in arguments:
        at = arguments.index("--minutes")
        minutes = float(arguments[at + 1])
        del arguments[at:at + 2]
    if len(arguments) != 1:
        sys.exit(__doc__)
    program = str(Path(arguments[0]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        env = {"PATH": os.environ["PATH"], "HOME": folder, "XDG_CACHE_HOME": folder + "/cache"}
        database = make_history(program, folder, env)
        pages = Path(folder) / "pages"
        pages.mkdir()
        (pages / "index.html").write_text("<!doctype html><title>Hipline</title>")
        starts = []
        for _ in range(7):
            server = Server(program, database, env, pages)
            starts.append(1000 * server.started_in)
            server.end()
        server = Server(program, database, env, pages)
        try:
            connection = server.connect()
            first, _ = server.ask(connection, "/api/today")
            about = json.loads(first)
            told = run(program, "today", "--json", "--db", str(database), "--today", str(TODAY), env=env)
            if json.loads(told)["decision"] != about["decision"]:
                sys.exit("bench serve: the page and the command line do not say the same, so no time counts")
            anew = []
            busy = server.processor_ms()
            for number in range(60):
                content, spent = server.ask(connection, f"/api/today?anew={number}")
                anew.append(spent)
                if content != first:
                    sys.exit("bench serve: the same question had two answers")
            busy = (server.processor_ms() - busy) / 60
            kept = [server.ask(connection, "/api/today")[1] for _ in range(200)]
            print(f"serve_history {len(json.loads(server.ask(connection, '/api/check-ins')[0])['check_ins'])} check-ins")
            print(f"serve_start {median(starts):.0f} ms")
            print(f"serve_start_vs_goal {median(starts) / GOAL_START_MS:.2f} x")
            print(f"serve_today_anew {median(anew):.1f} ms")
            print(f"serve_today_anew_processor {busy:.1f} ms")
            print(f"serve_today_anew_vs_goal {median(anew) / GOAL_TODAY_MS:.2f} x")
            print(f"serve_today_kept {median(kept):.2f} ms")
            print(f"serve_today_bytes {len(first)} bytes")
            url, cookie = f"http://127.0.0.1:{server.port}/api/today", f"Cookie: {server.cookie}"
            ours = wrk(url, 10, cookie)
            print(f"serve_answers {ours:.0f} 1/s")
            print(f"serve_answers_vs_goal {ours / GOAL_ANSWERS:.2f} x")
            theirs = nginx_answers(folder, first, 10)
            if theirs:
                print(f"nginx_answers {theirs:.0f} 1/s")
                print(f"serve_vs_nginx {ours / theirs:.2f} x")
            idle = []
            for _ in range(IDLE):
                one = socket.create_connection(("127.0.0.1", server.port))
                idle.append(one)
            beside = [server.ask(server.connect(), "/api/today")[1] for _ in range(50)]
            for one in idle:
                one.close()
            print(f"serve_beside_{IDLE}_idle {median(beside):.2f} ms")
            told = []
            for number in range(20):
                check_in = {"id": str(uuid.uuid4()), "answers": [{"fact": "pain_this_morning", "value": number % 4}]}
                told.append(server.ask(connection, "/api/check-ins", "POST", json.dumps(check_in))[1])
            print(f"serve_check_in {median(told):.1f} ms (kept, and today decided anew)")
            wrk(url, 5, cookie)
            before = server.memory_mb()
            wrk(url, int(60 * minutes), cookie)
            print(f"serve_memory_before {before:.1f} MB")
            print(f"serve_memory_after {server.memory_mb():.1f} MB")
        finally:
            server.end()


main()
