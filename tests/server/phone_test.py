#!/usr/bin/env python3
"""Pairs made-up phones with `hipline serve --phone` across two networks: the computer's and the phone's, joined by a cable
that exists in the kernel alone. Usage: phone_test.py PROGRAM (names itself as skipped where the system permits no such networks)"""
import contextlib
import ctypes
import hashlib
import http.client
import json
import os
import re
import signal
import socket
import ssl
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse
from pathlib import Path

PROGRAM = sys.argv.pop(1)
IN_OWN_NETWORK = "HIPLINE_TEST_IN_OWN_NETWORK"
COMPUTER, MOVED, PHONE, OTHER_PHONE = "192.168.77.1", "192.168.77.9", "192.168.77.2", "192.168.77.3"
NEW_NETWORK = 0x40000000  # CLONE_NEWNET
LIBC = ctypes.CDLL(None, use_errno=True)


def go_into_own_network():
    """Starts this script again in a network of its own; whoever is not root becomes so in there alone."""
    enter = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--net"]
    if subprocess.run(enter + ["ip", "link", "add", "hip0", "type", "veth", "peer", "name", "hip1"],
                      capture_output=True, check=False).returncode != 0:
        print("This system does not permit a network of one's own (network namespaces): phones were not tried.\n"
              "[==========]\n[  SKIPPED ] phones_across_networks")  # as tools/count_tests reads it
        sys.exit(0)
    os.environ[IN_OWN_NETWORK] = "yes"
    os.execvp(enter[0], enter + [sys.executable, __file__, PROGRAM] + sys.argv[1:])


def ip(*words, inside=None):
    enter = ["nsenter", f"--net=/proc/{inside}/ns/net"] if inside else []
    subprocess.run(enter + ["ip", *words], check=True)


class Networks:
    """The computer's network is this one; the phone's belongs to a process that sleeps."""

    def __init__(self):
        self.sleeper = subprocess.Popen(["unshare", "--net", "sleep", "infinity"])
        own = os.readlink("/proc/self/ns/net")
        while os.readlink(f"/proc/{self.sleeper.pid}/ns/net") == own:
            time.sleep(0.01)
        self.own = os.open("/proc/self/ns/net", os.O_RDONLY)
        self.other = os.open(f"/proc/{self.sleeper.pid}/ns/net", os.O_RDONLY)
        ip("link", "set", "lo", "up")
        ip("link", "add", "hip0", "type", "veth", "peer", "name", "hip1")
        ip("link", "set", "hip1", "netns", str(self.sleeper.pid))
        ip("addr", "add", COMPUTER + "/24", "dev", "hip0")
        ip("link", "set", "hip0", "up")
        for words in (("link", "set", "lo", "up"), ("addr", "add", PHONE + "/24", "dev", "hip1"), ("link", "set", "hip1", "up")):
            ip(*words, inside=self.sleeper.pid)

    @contextlib.contextmanager
    def on_the_phone(self):
        """Connections begun in here are the phone's."""
        assert LIBC.setns(self.other, NEW_NETWORK) == 0, os.strerror(ctypes.get_errno())
        try:
            yield
        finally:
            assert LIBC.setns(self.own, NEW_NETWORK) == 0, os.strerror(ctypes.get_errno())

    def end(self):
        self.sleeper.kill()
        self.sleeper.wait()


class Server:
    """One running program on a bare database, with two made-up page files."""

    def __init__(self, *options):
        self.folder = tempfile.TemporaryDirectory()
        root = Path(self.folder.name)
        (root / "pages").mkdir()
        (root / "pages" / "index.html").write_text("<!doctype html><title>Hipline</title>")
        (root / "pages" / "app.js").write_text("// made up")
        (root / "pages" / "manifest.webmanifest").write_text('{"name": "Hipline"}')
        self.database = root / "data" / "hipline.db"
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--json", "--no-browser", "--port", "0", "--db", str(self.database), "--pages", str(root / "pages"),
             *options], stdout=subprocess.PIPE, text=True, env=self.environment())
        self.address = self.told()["address"]
        self.port = int(re.search(r":(\d+)/", self.address).group(1))
        self.phone_port = None
        if "--phone" in options:
            self.invitation = self.told()["phone"]
            self.phone_port = urllib.parse.urlsplit(self.invitation["address"]).port or 443
        self.cookie = None

    def environment(self):
        return {"PATH": os.environ["PATH"], "HOME": self.folder.name}

    def told(self, kind=None):
        """The next line of the terminal; of this kind, where one is asked for."""
        while True:
            line = json.loads(self.process.stdout.readline())
            if kind is None or kind in line:
                return line

    @property
    def authority(self):
        return Path(str(self.database) + ".authority")

    def trusting(self):
        return ssl.create_default_context(cafile=str(self.authority / "authority.crt"))

    def run(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments, "--json", "--db", str(self.database)], capture_output=True, text=True,
                              check=False, env=self.environment())
        return done.returncode, json.loads(done.stdout)

    def on_computer(self, method, path, body=None, headers=None):
        """As the browser beside the program, which was let in."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        if self.cookie is None:
            line.request("GET", self.address[self.address.index("/?"):])
            first = line.getresponse()
            first.read()
            self.cookie = first.headers["Set-Cookie"].split(";")[0]
        line.request(method, path, body, {"Cookie": self.cookie, "Origin": f"http://127.0.0.1:{self.port}", **(headers or {})})
        answer = line.getresponse()
        answer.content = answer.read()
        line.close()
        return answer

    def fresh_code(self):
        return json.loads(self.on_computer("POST", "/api/devices/pairing").content)["code"]

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=60)
        self.process.stdout.close()
        self.folder.cleanup()
        return self.process.returncode


class Phone:
    """A browser in the other network, which trusts the authority."""

    def __init__(self, server, networks, address=COMPUTER):
        self.server, self.networks, self.address = server, networks, address
        self.cookie = None
        self.own = {"Origin": f"https://{address}:{server.phone_port}"}

    def ask(self, method, path, headers=None, body=None, host=None):
        given = {"Host": host or f"{self.address}:{self.server.phone_port}", **(headers or {})}
        if self.cookie:
            given["Cookie"] = self.cookie
        with self.networks.on_the_phone():
            line = http.client.HTTPSConnection(self.address, self.server.phone_port, timeout=60, context=self.server.trusting())
            line.request(method, path, body, given)
            answer = line.getresponse()
            answer.content = answer.read()
            line.close()
        return answer

    def pair(self, code, name="Mia's phone", headers=None):
        form = urllib.parse.urlencode({"code": code, "name": name})
        answer = self.ask("POST", "/pair", {"Content-Type": "application/x-www-form-urlencoded",
                                            **(self.own if headers is None else headers)}, form)
        if "Set-Cookie" in answer.headers:
            self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        return answer


def code(answer):
    return json.loads(answer.content)["error"]["code"]


class AcrossNetworks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server("--phone", "--phone-port", "0")

    @classmethod
    def tearDownClass(cls):
        assert cls.server.end() == 0

    def phone(self):
        return Phone(self.server, NETWORKS)

    def paired(self, name="Mia's phone"):
        phone = self.phone()
        self.assertEqual(phone.pair(self.server.fresh_code(), name).status, 303)
        phone.id = self.server.told("paired")["paired"]["id"]
        return phone

    # TLS
    def test_the_certificate_is_one_that_phones_accept_from_an_authority_that_they_trust(self):
        with NETWORKS.on_the_phone(), socket.create_connection((COMPUTER, self.server.phone_port), timeout=60) as line, \
                self.server.trusting().wrap_socket(line, server_hostname=COMPUTER) as tls:
            shown = tls.getpeercert()
            self.assertIn(tls.version(), ("TLSv1.2", "TLSv1.3"))
        self.assertEqual(shown["subjectAltName"], (("IP Address", COMPUTER),))
        days = (ssl.cert_time_to_seconds(shown["notAfter"]) - ssl.cert_time_to_seconds(shown["notBefore"])) / 86400
        self.assertLessEqual(days, 397)
        self.assertGreater(days, 365)
        text = subprocess.run(["openssl", "x509", "-in", str(self.server.authority / "server.crt"), "-noout", "-text"],
                              capture_output=True, text=True, check=True).stdout
        self.assertIn("TLS Web Server Authentication", text)
        self.assertIn("CA:FALSE", text)

    def test_without_trust_or_under_another_name_it_is_refused(self):
        for context, name in ((ssl.create_default_context(), COMPUTER), (self.server.trusting(), MOVED),
                              (self.server.trusting(), "hipline.example")):
            with NETWORKS.on_the_phone(), socket.create_connection((COMPUTER, self.server.phone_port), timeout=60) as line:
                with self.assertRaises(ssl.SSLCertVerificationError):
                    context.wrap_socket(line, server_hostname=name)

    def test_old_tls_and_plain_http_get_nothing(self):
        old = self.server.trusting()
        old.set_ciphers("ALL:@SECLEVEL=0")
        with contextlib.suppress(DeprecationWarning, ValueError):
            old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
        with NETWORKS.on_the_phone():
            with socket.create_connection((COMPUTER, self.server.phone_port), timeout=60) as line:
                with self.assertRaises((ssl.SSLError, OSError)):
                    old.wrap_socket(line, server_hostname=COMPUTER)
            with socket.create_connection((COMPUTER, self.server.phone_port), timeout=60) as line:
                line.sendall(f"GET /trust HTTP/1.1\r\nHost: {COMPUTER}:{self.server.phone_port}\r\n\r\n".encode())
                with contextlib.suppress(ConnectionResetError):
                    self.assertNotIn(b"HTTP/1.1", line.recv(4096))
        self.assertEqual(self.phone().ask("GET", "/trust").status, 200)

    def test_the_authority_can_vouch_for_nothing_but_home_networks(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("DNS:bank.example", "IP:8.8.8.8", "IP:2001:db8::1", "IP:192.168.3.4"):
                paper = folder + "/made_up.crt"
                subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                                "30", "-subj", "/CN=x", "-addext", "subjectAltName=" + name, "-addext", "basicConstraints=CA:FALSE",
                                "-keyout", folder + "/key", "-out", paper, "-CA", str(self.server.authority / "authority.crt"),
                                "-CAkey", str(self.server.authority / "authority.key")], capture_output=True, check=True)
                done = subprocess.run(["openssl", "verify", "-CAfile", str(self.server.authority / "authority.crt"), paper],
                                      capture_output=True, text=True, check=False)
                if name == "IP:192.168.3.4":
                    self.assertEqual(done.returncode, 0, done.stderr)
                else:
                    self.assertIn("permitted subtree violation", done.stderr, name)

    def test_the_authoritys_key_is_in_no_answer_and_in_no_export(self):
        phone = self.paired()
        key = "".join((self.server.authority / "authority.key").read_text().splitlines()[1:-1])
        for answer in (phone.ask("GET", "/api/export"), phone.ask("GET", "/api/devices"), phone.ask("GET", "/api/about"),
                       phone.ask("GET", "/trust/hipline.crt"), phone.ask("GET", "/trust"),
                       self.server.on_computer("POST", "/api/devices/pairing")):
            self.assertEqual(answer.status, 200)
            said = answer.content.decode().replace("\n", "")
            self.assertNotIn("PRIVATE KEY", said)
            self.assertNotIn(key[:40], said)
        with NETWORKS.on_the_phone(), socket.create_connection((COMPUTER, self.server.phone_port), timeout=60) as line, \
                self.server.trusting().wrap_socket(line, server_hostname=COMPUTER) as tls:
            shown = ssl.DER_cert_to_PEM_cert(tls.getpeercert(binary_form=True))
        self.assertEqual(shown.strip(), (self.server.authority / "server.crt").read_text().strip())
        self.assertNotEqual((self.server.authority / "server.key").read_text(), (self.server.authority / "authority.key").read_text())

    def test_keys_are_their_owners_alone(self):
        self.assertEqual(stat.S_IMODE(self.server.authority.stat().st_mode), 0o700)
        for path in self.server.authority.iterdir():
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600, path)

    def test_the_page_about_trust_needs_no_pairing_and_shows_the_fingerprint_of_what_it_offers(self):
        offered = self.phone().ask("GET", "/trust/hipline.crt")
        self.assertEqual(offered.headers["Content-Type"], "application/x-x509-ca-cert")
        self.assertEqual(offered.content, (self.server.authority / "authority.crt").read_bytes())
        digest = hashlib.sha256(ssl.PEM_cert_to_DER_cert(offered.content.decode())).hexdigest().upper()
        fingerprint = ":".join(re.findall("..", digest))
        self.assertEqual(self.server.invitation["fingerprint"], fingerprint)
        page = self.phone().ask("GET", "/trust").content.decode()
        self.assertIn(fingerprint, page)
        for place in ("Certificate Trust Settings", "CA certificate"):
            self.assertIn(place, page)

    # Pairing
    def test_a_code_pairs_one_phone_once(self):
        fresh = self.server.fresh_code()
        phone = self.phone()
        looked = phone.ask("GET", "/pair?code=" + fresh)
        self.assertIn(f'value="{fresh}"', looked.content.decode())
        self.assertNotIn("Set-Cookie", looked.headers)
        self.assertEqual(looked.headers["Referrer-Policy"], "same-origin")
        answer = phone.pair(fresh)
        self.assertEqual((answer.status, answer.headers["Location"]), (303, "/"))
        for word in ("__Host-hipline=", "Secure", "HttpOnly", "SameSite=Strict", "Path=/"):
            self.assertIn(word, answer.headers["Set-Cookie"])
        self.assertNotIn("Domain", answer.headers["Set-Cookie"])
        self.server.told("paired")
        self.assertEqual(phone.ask("GET", "/api/about").status, 200)
        self.assertEqual(phone.ask("GET", "/").content, b"<!doctype html><title>Hipline</title>")
        other = self.phone()
        again = other.pair(fresh)
        self.assertEqual(again.status, 403)
        self.assertIsNone(other.cookie)
        self.assertIn("used already", again.content.decode())
        kept = Path(str(self.server.database) + ".devices")
        self.assertEqual(stat.S_IMODE(kept.stat().st_mode), 0o600)
        self.assertNotIn(phone.cookie.split("=")[1], kept.read_text())

    def test_of_many_who_bring_one_code_at_once_one_is_paired(self):
        fresh = self.server.fresh_code()
        with NETWORKS.on_the_phone():
            lines = [http.client.HTTPSConnection(COMPUTER, self.server.phone_port, timeout=60, context=self.server.trusting())
                     for _ in range(12)]
            for line in lines:
                line.connect()
        form = urllib.parse.urlencode({"code": fresh, "name": "Many"})
        for line in lines:  # all are on their way before the first answer is read
            line.request("POST", "/pair", form, {**self.phone().own, "Host": f"{COMPUTER}:{self.server.phone_port}"})
        answers = [line.getresponse().status for line in lines]
        for line in lines:
            line.close()
        self.assertEqual(sorted(answers), [303] + [403] * 11)
        self.assertEqual(self.server.told("paired")["paired"]["name"], "Many")

    def test_who_is_not_paired_gets_no_answer_and_is_shown_the_way(self):
        for cookie in (None, "__Host-hipline=", "__Host-hipline=" + "0" * 64, "hipline=" + "0" * 64):
            phone = self.phone()
            phone.cookie = cookie
            for path in ("/api/about", "/api/today", "/api/devices", "/api/export"):
                answer = phone.ask("GET", path)
                self.assertEqual((answer.status, code(answer)), (401, "not_paired"), path)
            for path in ("/", "/circuit", "/API/about", "//api/about", "/pair/", "/trust/x"):
                answer = phone.ask("GET", path)
                self.assertEqual((answer.status, answer.headers["Location"], answer.content), (303, "/pair", b""), path)
            for path in ("/app.js", "/index.html", "/trust/hipline.key", "/authority.key"):
                self.assertEqual(phone.ask("GET", path).status, 401, path)
            for method, path in (("POST", "/api/check-ins"), ("DELETE", "/api/data?confirm=everything"), ("POST", "/api/restore"),
                                 ("POST", "/api/devices/pairing"), ("POST", "/api/imports?name=x.fit")):
                self.assertEqual(phone.ask(method, path, phone.own, "{}").status, 401, path)

    def test_who_is_not_paired_gets_the_way_in_and_what_a_home_screen_shows_and_nothing_more(self):
        stranger = self.phone()
        for path in ("/pair", "/trust", "/trust/hipline.crt", "/plain.css", "/manifest.webmanifest"):
            answer = stranger.ask("GET", path)
            self.assertEqual(answer.status, 200, path)
            self.assertNotIn(b"PRIVATE KEY", answer.content)
        phone = self.paired()
        for path in ("/app.js", "/index.html"):
            self.assertEqual(phone.ask("GET", path).status, 200, path)

    def test_the_computers_own_cookie_is_no_phones_and_the_other_way_round(self):
        phone = self.paired()
        self.server.on_computer("GET", "/api/about")
        stranger = self.phone()
        stranger.cookie = self.server.cookie
        self.assertEqual(stranger.ask("GET", "/api/about").status, 401)
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        line.request("GET", "/api/about", headers={"Cookie": phone.cookie + "; hipline=" + phone.cookie.split("=")[1]})
        self.assertEqual(line.getresponse().status, 401)
        line.close()

    def test_a_revoked_phone_is_refused_from_its_next_request_on(self):
        on_computer, in_terminal, by_itself = self.paired("One"), self.paired("Two"), self.paired("Three")
        self.assertEqual(self.server.on_computer("DELETE", "/api/devices/" + on_computer.id).status, 200)
        self.assertEqual(self.server.run("devices", "revoke", in_terminal.id)[0], 0)
        self.assertEqual(by_itself.ask("DELETE", "/api/devices/" + by_itself.id, by_itself.own).status, 200)
        for phone in (on_computer, in_terminal, by_itself):
            self.assertEqual(code(phone.ask("GET", "/api/about")), "not_paired")
            self.assertEqual(phone.ask("GET", "/").headers["Location"], "/pair")
        self.assertEqual(code(self.server.on_computer("DELETE", "/api/devices/" + on_computer.id)), "no_such_device")
        status, told = self.server.run("devices", "revoke", in_terminal.id)
        self.assertEqual((status, told["error"]["code"]), (2, "no_such_device"))

    def test_a_line_that_stays_open_does_not_outlive_the_pairing(self):
        phone = self.paired()
        with NETWORKS.on_the_phone():
            line = http.client.HTTPSConnection(COMPUTER, self.server.phone_port, timeout=60, context=self.server.trusting())
            line.connect()
        given = {"Host": f"{COMPUTER}:{self.server.phone_port}", "Cookie": phone.cookie}
        answers = []
        for step in range(2):
            line.request("GET", "/api/about", headers=given)
            answer = line.getresponse()
            answer.read()
            answers.append(answer.status)
            if step == 0:
                self.server.run("devices", "revoke", phone.id)
        line.close()
        self.assertEqual(answers, [200, 401])

    def test_deleting_everything_shuts_every_phone_out(self):
        phones = [self.paired("One"), self.paired("Two")]
        everything = "/api/data?confirm=everything"
        self.assertEqual(self.server.on_computer("DELETE", everything).status, 200)
        for phone in phones:
            self.assertEqual(code(phone.ask("GET", "/api/about")), "not_paired")
        self.assertEqual(self.server.run("devices")[1]["devices"], [])
        self.assertFalse(os.path.exists(f"{self.server.database}.devices"), "the names of phones are left")
        # A paired phone may delete too, and is then out with the others.
        deletes, other = self.paired("Three"), self.paired("Four")
        self.assertEqual(deletes.ask("DELETE", everything, deletes.own).status, 200)
        for phone in (deletes, other):
            self.assertEqual(code(phone.ask("GET", "/api/about")), "not_paired")
        self.assertEqual(self.paired("Again").ask("GET", "/api/about").status, 200)

    def test_only_the_computer_pairs_and_revokes_others(self):
        one, other = self.paired("One"), self.paired("Other")
        for method, path in (("POST", "/api/devices/pairing"), ("DELETE", "/api/devices/" + other.id)):
            answer = one.ask(method, path, one.own)
            self.assertEqual((answer.status, code(answer)), (403, "own_computer_only"))
        seen = json.loads(one.ask("GET", "/api/devices").content)
        self.assertFalse(seen["may_pair"])
        self.assertEqual([device["id"] for device in seen["devices"] if device["this_device"]], [one.id])
        self.assertEqual({device["name"] for device in self.server.run("devices")[1]["devices"]} & {"One", "Other"}, {"One", "Other"})
        made = json.loads(self.server.on_computer("POST", "/api/devices/pairing").content)
        self.assertEqual(made["address"], f"https://{COMPUTER}:{self.server.phone_port}/pair?code={made['code']}")
        self.assertIn("<svg", made["qr_svg"])

    def test_a_name_is_text_and_nothing_else(self):
        phone = self.paired('<script>alert("1")</script>')
        self.assertEqual(self.phone().pair("AAAAA-AAAAA", '"><script>').content.count(b"<script>"), 0)
        names = {device["name"] for device in self.server.run("devices")[1]["devices"]}
        self.assertIn('<script>alert("1")</script>', names)
        self.server.run("devices", "revoke", phone.id)

    # Other sites and other names
    def test_another_hosts_name_is_turned_away(self):
        phone = self.paired()
        for host in ("evil.example", f"evil.example:{self.server.phone_port}", COMPUTER, f"127.0.0.1:{self.server.phone_port}",
                     f"{PHONE}:{self.server.phone_port}"):
            for path in ("/", "/pair", "/trust", "/api/about"):
                answer = phone.ask("GET", path, host=host)
                self.assertEqual((answer.status, code(answer)), (403, "wrong_host"), (host, path))

    def raw(self, data):
        with NETWORKS.on_the_phone(), socket.create_connection((COMPUTER, self.server.phone_port), timeout=60) as line, \
                self.server.trusting().wrap_socket(line, server_hostname=COMPUTER) as tls:
            tls.sendall(data)
            return tls.recv(65536)

    def test_a_request_that_names_no_host_or_two_gets_nothing(self):
        own = f"{COMPUTER}:{self.server.phone_port}"
        for head in ("GET /trust HTTP/1.0\r\n\r\n", "GET /trust HTTP/1.1\r\n\r\n", "GET /trust HTTP/1.1\r\nHost:\r\n\r\n",
                     f"GET /trust HTTP/1.1\r\nHost: evil.example\r\nHost: {own}\r\n\r\n",
                     f"GET https://evil.example/trust HTTP/1.1\r\nHost: {own}\r\n\r\n"):
            answer = self.raw(head.encode())
            self.assertRegex(answer.split(b"\r\n")[0], rb"HTTP/1\.[01] 40[03] ", head)
            self.assertNotIn(b"Let this device trust", answer)

    def test_nothing_outside_the_pages_can_be_read(self):
        phone = self.paired()
        for path in ("/../data/hipline.db", "/..%2fdata/hipline.db.key", "/%2e%2e/data/hipline.db.authority/authority.key",
                     "/trust/../hipline.db.authority/authority.key", "/trust/%2e%2e/authority.key", "/trust/authority.key",
                     "/assets/..%5c..%5cdata", "//etc/passwd.txt", "/%00", "/hipline.db.devices", "/data/hipline.db"):
            for who in (phone, self.phone()):
                answer = who.ask("GET", path)
                self.assertIn(answer.status, (400, 401, 404), path)
                for secret in (b"PRIVATE KEY", b"secret_hash", b"SQLite", b"root:"):
                    self.assertNotIn(secret, answer.content)

    def test_another_sites_page_may_not_ask_nor_pair(self):
        phone = self.paired()
        fresh = self.server.fresh_code()
        for origin in ("https://evil.example", "null", f"http://{COMPUTER}:{self.server.phone_port}", f"https://{COMPUTER}",
                       f"http://127.0.0.1:{self.server.port}"):
            answer = phone.ask("DELETE", "/api/data", {"Origin": origin})
            self.assertEqual((answer.status, code(answer)), (403, "foreign_origin"), origin)
            stranger = self.phone()
            self.assertEqual(stranger.pair(fresh, headers={"Origin": origin}).status, 403)
            self.assertIsNone(stranger.cookie)
        self.assertEqual(phone.ask("POST", "/api/check-ins", {}, "{}").status, 403)
        self.assertEqual(self.phone().pair(fresh, headers={}).status, 403)
        self.assertEqual(self.phone().pair(fresh).status, 303)
        self.server.told("paired")

    def test_every_answer_keeps_other_sites_out_and_pins_nothing_to_the_address(self):
        phone = self.paired()
        for path in ("/", "/pair", "/trust", "/api/about", "/api/none"):
            headers = phone.ask("GET", path).headers
            self.assertIn("default-src 'self'", headers["Content-Security-Policy"])
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertNotIn("Strict-Transport-Security", headers)

    def test_a_long_form_and_nonsense_end_only_their_own_connection(self):
        self.assertEqual(self.phone().ask("POST", "/pair", self.phone().own, "x" * 10000).status, 413)
        for data in (b"\x16\x03\x01\xff\xff" + os.urandom(64), os.urandom(512), b""):
            with NETWORKS.on_the_phone(), socket.create_connection((COMPUTER, self.server.phone_port), timeout=60) as line:
                line.sendall(data)
        self.assertEqual(self.phone().ask("GET", "/trust").status, 200)


class Crowd(unittest.TestCase):
    def test_who_hoards_connections_keeps_neither_the_computer_nor_another_phone_out(self):
        server = Server("--phone", "--phone-port", "0")
        ip("addr", "add", OTHER_PHONE + "/24", "dev", "hip1", inside=NETWORKS.sleeper.pid)
        hoard = []
        try:
            for _ in range(300):
                with NETWORKS.on_the_phone():
                    line = socket.socket()
                    line.bind((OTHER_PHONE, 0))
                    line.settimeout(60)
                    line.connect((COMPUTER, server.phone_port))
                hoard.append(line)
            self.assertEqual(server.on_computer("GET", "/api/about").status, 200)
            self.assertEqual(Phone(server, NETWORKS).pair(server.fresh_code()).status, 303)
        finally:
            for line in hoard:
                line.close()
            ip("addr", "del", OTHER_PHONE + "/24", "dev", "hip1", inside=NETWORKS.sleeper.pid)
            server.end()


class InABrowser(unittest.TestCase):
    def test_a_browser_that_trusts_the_authority_opens_it_without_a_warning_and_no_other_does(self):
        server = Server("--phone", "--phone-port", "0")
        try:
            with tempfile.TemporaryDirectory() as home:
                def shown():
                    return subprocess.run(
                        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                         f"--user-data-dir={home}/profile", "--dump-dom", f"https://{COMPUTER}:{server.phone_port}/trust"], capture_output=True,
                        text=True, timeout=600, check=False, env={"PATH": os.environ["PATH"], "HOME": home}).stdout
                self.assertNotIn("Let this device trust your computer", shown())
                database = "sql:" + home + "/.pki/nssdb"
                Path(home, ".pki", "nssdb").mkdir(parents=True, exist_ok=True)
                subprocess.run(["certutil", "-N", "--empty-password", "-d", database], capture_output=True, check=False)
                subprocess.run(["certutil", "-A", "-t", "C,,", "-n", "Hipline at home", "-i", str(server.authority / "authority.crt"),
                                "-d", database], capture_output=True, check=True)
                self.assertIn("Let this device trust your computer", shown())
        finally:
            server.end()


class Guesses(unittest.TestCase):
    def test_wrong_codes_are_refused_and_too_many_are_not_even_heard(self):
        server = Server("--phone", "--phone-port", "0")
        try:
            phone = Phone(server, NETWORKS)
            for _ in range(5):
                answer = phone.pair("AAAAA-AAAAA")
                self.assertEqual(answer.status, 403)
                self.assertIn("not the code", answer.content.decode())
            self.assertEqual(phone.pair(server.invitation["code"]).status, 429)
            self.assertIsNone(phone.cookie)
        finally:
            server.end()


def listening():
    """Every address in this network on which anybody listens, by TCP or UDP, as the kernel lists them."""
    found = set()
    for kind in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/net/{kind}").read_text().splitlines()[1:]:
            fields = line.split()
            if kind.startswith("udp") or fields[3] == "0A":
                address, port = fields[1].split(":")
                if len(address) == 8:
                    address = socket.inet_ntoa(bytes.fromhex(address)[::-1])
                found.add((kind, address, int(port, 16)))
    return found


class Reach(unittest.TestCase):
    def test_it_listens_where_it_says_and_nowhere_else(self):
        before = listening()
        server = Server()
        try:
            self.assertEqual(listening() - before, {("tcp", "127.0.0.1", server.port)})
        finally:
            server.end()
        before = listening()
        server = Server("--phone", "--phone-port", "0")
        try:
            self.assertEqual(listening() - before, {("tcp", "127.0.0.1", server.port), ("tcp", COMPUTER, server.phone_port)})
        finally:
            server.end()

    def test_without_asking_for_it_no_other_network_reaches_us(self):
        server = Server()
        try:
            for address in (COMPUTER, "127.0.0.1"):
                with NETWORKS.on_the_phone(), self.assertRaises(ConnectionRefusedError):
                    socket.create_connection((address, server.port), timeout=60)
            self.assertEqual(code(server.on_computer("POST", "/api/devices/pairing")), "phone_not_served")
            self.assertFalse(server.authority.exists())
        finally:
            server.end()

    def test_the_computers_own_line_stays_its_own_beside_the_phones(self):
        server = Server("--phone", "--phone-port", "0", "--address", COMPUTER)
        try:
            with NETWORKS.on_the_phone(), self.assertRaises(ConnectionRefusedError):
                socket.create_connection((COMPUTER, server.port), timeout=60)
        finally:
            server.end()

    def test_at_the_usual_port_browsers_name_none(self):
        if Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").read_text().strip() != "0" and os.geteuid() != 0:
            self.skipTest("this user may not listen there")
        server = Server("--phone", "--phone-port", "443")
        try:
            self.assertEqual(urllib.parse.urlsplit(server.invitation["address"]).netloc, COMPUTER)
            phone = Phone(server, NETWORKS)
            phone.own = {"Origin": f"https://{COMPUTER}", "Host": COMPUTER}
            self.assertEqual(phone.pair(server.fresh_code()).status, 303)
            self.assertEqual(phone.ask("GET", "/api/about", host=COMPUTER).status, 200)
        finally:
            server.end()

    def test_an_address_of_the_internet_or_of_others_is_refused(self):
        for address, why in (("8.8.8.8", "not_a_home_address"), ("0.0.0.0", "not_a_home_address"), ("127.0.0.1", "not_a_home_address"),
                             ("::1", "not_a_home_address"), (PHONE, "no_such_address")):
            with tempfile.TemporaryDirectory() as folder:
                done = subprocess.run([PROGRAM, "serve", "--phone", "--address", address, "--json", "--no-browser", "--port", "0",
                                       "--db", folder + "/h.db"], capture_output=True, text=True, check=False)
                self.assertEqual((done.returncode, json.loads(done.stdout)["error"]["code"]), (2, why))

    def test_a_computer_that_gets_another_address_is_found_there_with_a_certificate_for_it(self):
        server = Server("--phone", "--phone-port", "0")
        try:
            before = Phone(server, NETWORKS)
            self.assertEqual(before.pair(server.fresh_code()).status, 303)
            server.told()
            ip("addr", "del", COMPUTER + "/24", "dev", "hip0")
            ip("addr", "add", MOVED + "/24", "dev", "hip0")
            moved = server.told("phone")["phone"]
            self.assertEqual(urllib.parse.urlsplit(moved["address"]).netloc, f"{MOVED}:{server.phone_port}")
            self.assertEqual(moved["fingerprint"], server.invitation["fingerprint"])
            phone = Phone(server, NETWORKS, MOVED)
            phone.cookie = before.cookie
            self.assertEqual(phone.ask("GET", "/api/about").status, 200)
        finally:
            ip("addr", "flush", "dev", "hip0")
            ip("addr", "add", COMPUTER + "/24", "dev", "hip0")
            server.end()

    def test_pairing_and_authority_outlive_a_restart_and_end_with_delete(self):
        with tempfile.TemporaryDirectory() as folder:
            base = [PROGRAM, "serve", "--phone", "--phone-port", "0", "--json", "--no-browser", "--port", "0", "--db", folder + "/h.db"]
            fingerprints = []
            for step in range(3):
                process = subprocess.Popen(base, stdout=subprocess.PIPE, text=True)
                process.stdout.readline()
                fingerprints.append(json.loads(process.stdout.readline())["phone"]["fingerprint"])
                process.send_signal(signal.SIGINT)
                self.assertEqual(process.wait(timeout=60), 0)
                process.stdout.close()
                if step == 1:
                    subprocess.run([PROGRAM, "delete", "--yes", "--db", folder + "/h.db"], check=True, capture_output=True)
                    self.assertEqual(sorted(os.listdir(folder)), [])
            self.assertEqual(fingerprints[0], fingerprints[1])
            self.assertNotEqual(fingerprints[1], fingerprints[2])


if __name__ == "__main__":
    if IN_OWN_NETWORK not in os.environ:
        go_into_own_network()
    NETWORKS = Networks()
    try:
        unittest.main(verbosity=1)
    finally:
        NETWORKS.end()
