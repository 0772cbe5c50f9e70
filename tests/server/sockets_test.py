#!/usr/bin/env python3
"""Attacks `hipline serve` over real sockets, and uses it as its own pages do.
Usage: sockets_test.py PROGRAM"""
import gzip
import http.client
import io
import json
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse
import zipfile
from pathlib import Path

PROGRAM = sys.argv.pop(1)
SCRIPT = b"console.log('made up');\n" * 200


class Server:
    """One running program on a bare database, with three made-up page files."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)
        pages = self.root / "pages"
        (pages / "assets").mkdir(parents=True)
        (pages / "index.html").write_text("<!doctype html><title>Hipline</title>")
        (pages / "assets" / "index-BXk0d3Qa.js").write_bytes(SCRIPT)
        (pages / "assets" / "index-BXk0d3Qa.js.gz").write_bytes(gzip.compress(SCRIPT))
        (pages / "assets" / "index-BXk0d3Qa.js.br").write_bytes(b"as if by brotli")
        (pages / ".vite").mkdir()
        (pages / ".vite" / "manifest.json").write_text("nobody reads this")
        (pages / ".hidden.txt").write_text("nobody reads this")
        (self.root / "secret.txt").write_text("nobody reads this")
        self.database = self.root / "data" / "hipline.db"
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--json", "--no-browser", "--port", "0", "--db", str(self.database), "--pages", str(pages)],
            stdout=subprocess.PIPE, text=True, env={"PATH": os.environ["PATH"], "HOME": self.folder.name})
        self.address = json.loads(self.process.stdout.readline())["address"]
        self.port = int(re.search(r":(\d+)/", self.address).group(1))
        self.key = self.address.split("key=")[1]
        self.cookie = None

    def ask(self, method, path, headers=None, body=None, host=None, with_cookie=True):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        given = {"Host": host or f"127.0.0.1:{self.port}", **(headers or {})}
        if with_cookie and self.cookie:
            given["Cookie"] = self.cookie
        if body is not None and "Transfer-Encoding" not in given:
            given.setdefault("Content-Length", str(len(body)))
        for name, value in given.items():
            connection.putheader(name, value)
        try:
            connection.endheaders(body)
        except (BrokenPipeError, ConnectionResetError):
            pass  # refused before all of it was sent
        answer = connection.getresponse()
        answer.content = answer.read()
        connection.close()
        return answer

    def let_in(self):
        answer = self.ask("GET", "/?key=" + self.key)
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        return answer

    def raw(self, data, wait=20.0):
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as line:
            line.sendall(data)
            try:
                return line.recv(65536)
            except ConnectionResetError:
                return b""

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait(timeout=30)
        self.process.stdout.close()
        self.folder.cleanup()
        return self.process.returncode


def code(answer):
    return json.loads(answer.content)["error"]["code"]


class OverSockets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.let_in = cls.server.let_in()

    @classmethod
    def tearDownClass(cls):
        cls.server.end()

    def own(self):
        return {"Origin": f"http://127.0.0.1:{self.server.port}"}

    # The key and the cookie
    def test_the_address_hands_the_cookie_over_once(self):
        self.assertEqual(self.let_in.status, 303)
        self.assertEqual(self.let_in.headers["Location"], "/")
        cookie = self.let_in.headers["Set-Cookie"]
        self.assertIn("HttpOnly", cookie)
        self.assertIn("SameSite=Strict", cookie)
        again = self.server.ask("GET", "/?key=" + self.server.key, with_cookie=False)
        self.assertEqual(again.status, 403)
        self.assertNotIn("Set-Cookie", again.headers)
        fresh = json.loads(self.server.process.stdout.readline())["address"].split("key=")[1]
        self.assertEqual(self.server.ask("GET", "/?key=" + fresh, with_cookie=False).status, 303)

    def test_the_secret_is_its_owners_alone(self):
        path = Path(str(self.server.database) + ".key")
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
        self.assertEqual(self.server.cookie, "hipline=" + path.read_text())

    def test_no_answer_without_the_cookie_or_with_a_guessed_one(self):
        for headers in ({}, {"Cookie": "hipline="}, {"Cookie": "hipline=" + "0" * 64}, {"Cookie": "x=1; hiplin=1"}):
            answer = self.server.ask("GET", "/api/about", headers, with_cookie=False)
            self.assertEqual((answer.status, code(answer)), (401, "no_key"))
        self.assertEqual(self.server.ask("GET", "/api/about").status, 200)

    # Other sites
    def test_another_hosts_name_is_turned_away(self):
        for host in ("evil.example", f"evil.example:{self.server.port}", "127.0.0.1", "127.0.0.1:1", ""):
            for path in ("/", "/api/about", "/?key=" + self.server.key):
                answer = self.server.ask("GET", path, host=host or " ")
                self.assertEqual((answer.status, code(answer)), (403, "wrong_host"), (host, path))
        self.assertEqual(self.server.ask("GET", "/api/about", host=f"LOCALHOST:{self.server.port}").status, 200)

    def test_another_sites_page_may_not_ask(self):
        for origin in ("http://evil.example", "null", f"http://127.0.0.1:{self.server.port + 1}",
                       f"https://127.0.0.1:{self.server.port}", f"http://127.0.0.1:{self.server.port}.evil.example"):
            for method in ("GET", "POST", "DELETE"):
                answer = self.server.ask(method, "/api/about", {"Origin": origin})
                self.assertEqual((answer.status, code(answer)), (403, "foreign_origin"), (method, origin))

    def test_a_form_without_origin_changes_nothing(self):
        answer = self.server.ask("POST", "/api/about", {"Content-Type": "text/plain"}, b"{}")
        self.assertEqual((answer.status, code(answer)), (403, "foreign_origin"))

    def test_a_neighbouring_site_may_not_even_read(self):
        for site in ("cross-site", "same-site"):
            self.assertEqual(self.server.ask("GET", "/api/about", {"Sec-Fetch-Site": site}).status, 403)
        self.assertEqual(self.server.ask("GET", "/api/about", {"Sec-Fetch-Site": "same-origin"}).status, 200)

    def test_no_answer_lets_other_sites_in(self):
        for answer in (self.server.ask("GET", "/"), self.server.ask("GET", "/api/about"),
                       self.server.ask("GET", "/api/none"), self.server.ask("GET", "/", host="evil.example")):
            self.assertIn("default-src 'self'", answer.headers["Content-Security-Policy"])
            self.assertIn("frame-ancestors 'none'", answer.headers["Content-Security-Policy"])
            self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(answer.headers["Referrer-Policy"], "no-referrer")
            self.assertNotIn("Access-Control-Allow-Origin", answer.headers)
        self.assertEqual(self.server.ask("GET", "/api/about").headers["Cache-Control"], "no-store")
        self.assertIn(self.server.ask("OPTIONS", "/api/about", {"Origin": "http://evil.example"}).status, (400, 405))

    # Paths
    def test_nothing_outside_the_pages_can_be_read(self):
        for path in ("/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/assets/../../secret.txt",
                     "/assets/..%5c..%5csecret.txt", "//secret.txt", "/secret.txt", "/%00", "/a%zz", "/etc/passwd.txt",
                     "/data/hipline.db", "/hipline.db.key", "/.vite/manifest.json", "/.hidden.txt", "/assets/../.hidden.txt"):
            answer = self.server.ask("GET", path)
            self.assertIn(answer.status, (400, 404), path)
            self.assertNotIn(b"nobody reads this", answer.content)

    def test_unknown_methods_and_paths_are_told(self):
        self.assertEqual(code(self.server.ask("GET", "/api/nothing")), "no_such_page")
        answer = self.server.ask("DELETE", "/api/about", self.own())
        self.assertEqual((answer.status, code(answer)), (405, "no_such_method"))

    # Limits
    def test_a_body_that_is_too_large_is_refused_before_it_is_read(self):
        answer = self.server.ask("GET", "/api/about", {**self.own(), "Content-Length": str(10**12)}, b"")
        self.assertEqual((answer.status, code(answer)), (413, "too_large"))
        head = (f"GET /api/about HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\nCookie: {self.server.cookie}\r\n"
                "Transfer-Encoding: chunked\r\n\r\n").encode()
        answer = self.server.raw(head + b"10\r\n0123456789abcdef\r\n0\r\n\r\n")
        self.assertIn(b"413", answer.split(b"\r\n")[0])

    def test_headers_have_a_limit(self):
        answer = self.server.raw(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\nX: {'a' * 70000}\r\n\r\n".encode())
        self.assertTrue(answer == b"" or b" 431 " in answer.split(b"\r\n")[0] or b" 413 " in answer.split(b"\r\n")[0], answer[:60])
        self.assertEqual(self.server.ask("GET", "/api/about").status, 200)

    def test_headers_that_come_byte_by_byte_are_cut_off(self):
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=60) as line:
            line.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\nX-Slow: ".encode())
            line.settimeout(0.2)
            cut = False
            for _ in range(600):  # far more patience than the server has
                try:
                    line.sendall(b"a")
                    if line.recv(1024) == b"":
                        cut = True
                except socket.timeout:
                    continue
                except OSError:
                    cut = True
                if cut:
                    break
            self.assertTrue(cut)

    def test_many_connections_do_not_keep_the_next_one_out(self):
        lines = [socket.create_connection(("127.0.0.1", self.server.port)) for _ in range(400)]
        try:
            self.assertEqual(self.server.ask("GET", "/api/about").status, 200)
        finally:
            for line in lines:
                line.close()

    def test_nonsense_ends_only_its_own_connection(self):
        for data in (b"\x16\x03\x01\x02\x00\x01\x00", b"GET\r\n\r\n", b"\r\n" * 100, os.urandom(512) + b"\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", self.server.port)) as line:
                line.sendall(data)
        self.assertEqual(self.server.ask("GET", "/api/about").status, 200)

    # Files of the pages
    def test_compressed_files_go_to_who_takes_them(self):
        path = "/assets/index-BXk0d3Qa.js"
        plain = self.server.ask("GET", path)
        self.assertEqual(plain.content, SCRIPT)
        self.assertIn("immutable", plain.headers["Cache-Control"])
        packed = self.server.ask("GET", path, {"Accept-Encoding": "gzip, deflate, br;q=0"})
        self.assertEqual(packed.headers["Content-Encoding"], "gzip")
        self.assertEqual(gzip.decompress(packed.content), SCRIPT)
        self.assertEqual(self.server.ask("GET", path, {"Accept-Encoding": "gzip, br"}).content, b"as if by brotli")
        self.assertNotEqual(plain.headers["ETag"], packed.headers["ETag"])

    def test_long_answers_go_packed_to_who_takes_them(self):
        for path in ("/api/today", "/api/library"):
            for _ in ("made anew", "kept"):
                packed = self.server.ask("GET", path, {"Accept-Encoding": "gzip"})
                plain = self.server.ask("GET", path)
                self.assertNotIn("Content-Encoding", plain.headers)
                self.assertEqual(packed.headers["Content-Encoding"], "gzip")
                self.assertEqual(packed.headers["Vary"], "Accept-Encoding")
                self.assertEqual(gzip.decompress(packed.content), plain.content)
                self.assertLess(len(packed.content), len(plain.content) / 2)
                self.assertNotEqual(plain.headers["ETag"], packed.headers["ETag"])
                again = self.server.ask("GET", path, {"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]})
                self.assertEqual((again.status, again.content), (304, b""))
        self.assertNotIn("Content-Encoding", self.server.ask("GET", "/api/export", {"Accept-Encoding": "gzip"}).headers)

    def test_what_the_browser_has_is_not_sent_again(self):
        first = self.server.ask("GET", "/")
        self.assertEqual(first.headers["Cache-Control"], "no-cache")
        again = self.server.ask("GET", "/", {"If-None-Match": first.headers["ETag"]})
        self.assertEqual((again.status, again.content), (304, b""))

    def test_parts_of_files(self):
        path = "/assets/index-BXk0d3Qa.js"
        for asked, part, said in (("bytes=0-9", SCRIPT[:10], f"bytes 0-9/{len(SCRIPT)}"),
                                  ("bytes=-5", SCRIPT[-5:], f"bytes {len(SCRIPT) - 5}-{len(SCRIPT) - 1}/{len(SCRIPT)}"),
                                  (f"bytes={len(SCRIPT) - 1}-", SCRIPT[-1:], f"bytes {len(SCRIPT) - 1}-{len(SCRIPT) - 1}/{len(SCRIPT)}")):
            answer = self.server.ask("GET", path, {"Range": asked})
            self.assertEqual((answer.status, answer.content, answer.headers["Content-Range"]), (206, part, said))
        beyond = self.server.ask("GET", path, {"Range": "bytes=99999999-"})
        self.assertEqual((beyond.status, beyond.headers["Content-Range"]), (416, f"bytes */{len(SCRIPT)}"))
        for whole in ("bytes=9-1", "lines=1-2", "bytes=0-1,3-4", "bytes=x-"):
            self.assertEqual(self.server.ask("GET", path, {"Range": whole}).status, 200, whole)
        other = self.server.ask("GET", path, {"Range": "bytes=0-9", "If-Range": '"another"'})
        self.assertEqual(other.status, 200)

    def test_the_pages_find_their_own_way(self):
        self.assertIn(b"<title>Hipline</title>", self.server.ask("GET", "/circuit", with_cookie=False).content)
        head = self.server.ask("HEAD", "/")
        self.assertEqual((head.status, head.content), (200, b""))

    def test_one_connection_carries_many_requests(self):
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        for _ in range(3):
            line.request("GET", "/api/about", headers={"Cookie": self.server.cookie})
            self.assertEqual(line.getresponse().read()[:1], b"{")
        line.close()


def made_up_run(day):
    """A made-up run of five minutes, as a GPX file."""
    points = "".join(f'<trkpt lat="{48.0 + i * 0.0001:.4f}" lon="11.0"><time>2026-11-{day:02}T08:{i // 60:02}:{i % 60:02}Z</time></trkpt>'
                     for i in range(0, 300, 5))
    return ('<?xml version="1.0"?><gpx version="1.1" creator="made up" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running'
            f'</type><trkseg>{points}</trkseg></trk></gpx>').encode()


class Imports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.server.let_in()

    @classmethod
    def tearDownClass(cls):
        cls.server.end()

    def send(self, name, content, headers=None):
        answer = self.server.ask("POST", "/api/imports?name=" + name, {"Origin": f"http://127.0.0.1:{self.server.port}",
                                                                       "Content-Type": "application/octet-stream", **(headers or {})}, content)
        return answer

    def watch(self, job, headers=None):
        """The events of an import, as a browser reads them off the line: (id, name, data) each, until it ends."""
        answer = self.server.ask("GET", f"/api/imports/{job}/events", headers)
        self.assertEqual(answer.status, 200)
        self.assertEqual(answer.headers["Content-Type"], "text/event-stream")
        self.assertEqual(answer.headers["Cache-Control"], "no-store")
        events = []
        for block in answer.content.decode().split("\n\n"):
            fields = [line.split(": ", 1) for line in block.split("\n") if line]
            if fields:
                self.assertEqual([name for name, _ in fields], ["id", "event", "data"])
                events.append((int(fields[0][1]), fields[1][1], json.loads(fields[2][1])))
        return events

    def test_an_import_tells_how_far_it_is_until_it_is_done(self):
        runs = io.BytesIO()
        with zipfile.ZipFile(runs, "w") as archive:
            for day in (2, 3, 4):
                archive.writestr(f"{day}.gpx", made_up_run(day))
        begun = self.send("runs.zip", runs.getvalue())
        self.assertEqual(begun.status, 202)
        job = json.loads(begun.content)["id"]
        events = self.watch(job)
        self.assertEqual([number for number, _, _ in events], list(range(1, len(events) + 1)))
        self.assertEqual({name for _, name, _ in events[:-1]}, {"reading"})
        self.assertEqual(events[-1][1], "done")
        self.assertEqual(json.loads(self.server.ask("GET", "/api/imports").content)["imports"][0]["counts"], {"run": 3})
        # A browser that lost the line asks again, and gets what it has not seen.
        self.assertEqual(self.watch(job, {"Last-Event-ID": str(events[-2][0])}), events[-1:])
        self.assertEqual(self.watch(job, {"Last-Event-ID": str(events[-1][0])}), [])
        # Whoever comes late or beside sees the same.
        self.assertEqual(self.watch(job), events)

    def test_what_cannot_be_read_ends_the_stream_too(self):
        job = json.loads(self.send("notes.txt", b"made up, and no training file").content)["id"]
        self.assertIn(self.watch(job)[-1][1], ("done", "failed"))
        self.assertEqual(code(self.server.ask("GET", "/api/imports/9999/events")), "no_such_import")
        self.assertEqual(code(self.server.ask("GET", f"/api/imports/{job}/events", with_cookie=False)), "no_key")

    def test_events_come_while_others_are_answered(self):
        many = io.BytesIO()
        with zipfile.ZipFile(many, "w") as archive:
            for number in range(200):
                archive.writestr(f"{number}.gpx", made_up_run(number % 28 + 1).replace(b"made up", f"made up {number}".encode()))
        job = json.loads(self.send("many.zip", many.getvalue()).content)["id"]
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=120) as line:
            line.sendall((f"GET /api/imports/{job}/events HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\n"
                          f"Cookie: {self.server.cookie}\r\n\r\n").encode())
            head = line.recv(65536)
            self.assertIn(b"200", head.split(b"\r\n")[0])
            self.assertEqual(self.server.ask("GET", "/api/about").status, 200)
            while b"event: done" not in head:
                more = line.recv(65536)
                self.assertNotEqual(more, b"", "the line broke before the import was done")
                head += more

    def test_an_upload_waits_on_the_disk_and_not_in_memory(self):
        def kilobytes_at_most():
            status = Path(f"/proc/{self.server.process.pid}/status").read_text()
            return int(re.search(r"VmHWM:\s+(\d+)", status).group(1))
        before = kilobytes_at_most()
        size, piece = 256 << 20, b"\0" * (1 << 20)
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=120) as line:
            line.sendall((f"POST /api/imports?name=large.zip HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\n"
                          f"Cookie: {self.server.cookie}\r\nOrigin: http://127.0.0.1:{self.server.port}\r\n"
                          f"Content-Length: {size}\r\n\r\n").encode())
            for _ in range(size // len(piece) - 1):
                line.sendall(piece)
            self.assertLess(kilobytes_at_most() - before, 64 << 10)
            self.assertEqual([path.name for path in self.server.database.parent.iterdir() if "upload" in path.name], [])
        self.assertEqual(self.server.ask("GET", "/api/about").status, 200)  # whoever goes away in the middle is no trouble

    def test_more_than_an_upload_may_hold_is_refused_with_a_way_out(self):
        answer = self.send("huge.zip", b"", {"Content-Length": str((1 << 30) + 1)})
        self.assertEqual((answer.status, code(answer)), (413, "too_large"))
        self.assertIn("hipline import", json.loads(answer.content)["error"]["message"])

    def test_what_was_exported_is_restored_through_the_same_door(self):
        server = Server()
        server.let_in()
        try:
            exported = self.server.ask("GET", "/api/export").content
            answer = server.ask("POST", "/api/restore", {"Origin": f"http://127.0.0.1:{server.port}"}, exported)
            self.assertEqual(answer.status, 200, answer.content[:200])
        finally:
            server.end()


class Life(unittest.TestCase):
    def test_a_browser_is_opened_without_showing_the_key_to_others(self):
        with tempfile.TemporaryDirectory() as folder:
            told = Path(folder) / "told"
            opener = Path(folder) / "xdg-open"
            # What it was started with is what `ps` shows to everybody.
            opener.write_text(f'#!/bin/sh\ntr "\\0" "\\n" </proc/$$/cmdline >{told}.unfinished\nmv {told}.unfinished {told}\n')
            opener.chmod(0o700)
            process = subprocess.Popen(
                [PROGRAM, "serve", "--json", "--port", "0", "--db", folder + "/a b#c/hipline.db"], stdout=subprocess.PIPE, text=True,
                env={"PATH": folder + ":" + os.environ["PATH"], "HOME": folder, "DISPLAY": ":99"})
            address = json.loads(process.stdout.readline())["address"]
            while not told.exists():
                self.assertIsNone(process.poll())
                time.sleep(0.02)
            shown = told.read_text()
            self.assertNotIn(address.split("key=")[1], shown)
            page = Path(folder) / "a b#c" / "hipline.db.open.html"
            self.assertIn("file://" + urllib.parse.quote(str(page)), shown)
            self.assertEqual(stat.S_IMODE(page.stat().st_mode), 0o600)
            self.assertIn(f'content="0; url={address}"', page.read_text())
            process.send_signal(signal.SIGINT)
            self.assertEqual(process.wait(timeout=60), 0)
            process.stdout.close()
            self.assertFalse(page.exists(), "the page outlives the server")

    def test_it_ends_although_somebody_listens_to_an_import(self):
        server = Server()
        server.let_in()
        many = io.BytesIO()
        with zipfile.ZipFile(many, "w") as archive:
            for number in range(400):
                archive.writestr(f"{number}.gpx", made_up_run(number % 28 + 1).replace(b"made up", f"made up {number}".encode()))
        begun = server.ask("POST", "/api/imports?name=many.zip", {"Origin": f"http://127.0.0.1:{server.port}"}, many.getvalue())
        job = json.loads(begun.content)["id"]
        with socket.create_connection(("127.0.0.1", server.port), timeout=60) as line:
            line.sendall((f"GET /api/imports/{job}/events HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                          f"Cookie: {server.cookie}\r\n\r\n").encode())
            self.assertIn(b"text/event-stream", line.recv(65536))
            self.assertEqual(server.end(), 0)

    def test_both_signals_end_it_cleanly(self):
        for how in (signal.SIGINT, signal.SIGTERM):
            server = Server()
            with socket.create_connection(("127.0.0.1", server.port)):  # somebody who still waits
                self.assertEqual(server.end(how), 0)

    def test_a_port_in_use_is_one_clear_sentence(self):
        with socket.socket() as taken, tempfile.TemporaryDirectory() as folder:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = str(taken.getsockname()[1])
            done = subprocess.run([PROGRAM, "serve", "--json", "--no-browser", "--port", port, "--db", folder + "/h.db"],
                                  capture_output=True, text=True, timeout=30, check=False)
            self.assertEqual(done.returncode, 2)
            self.assertEqual(json.loads(done.stdout)["error"]["code"], "port_in_use")

    def test_a_database_deleted_by_another_program_is_noticed(self):
        server = Server()
        server.let_in()
        try:
            self.assertEqual(server.ask("GET", "/api/about").status, 200)
            subprocess.run([PROGRAM, "delete", "--yes", "--db", str(server.database)], check=True, capture_output=True)
            self.assertEqual(server.ask("GET", "/api/about").status, 200)
        finally:
            server.end()


if __name__ == "__main__":
    unittest.main(verbosity=1)
