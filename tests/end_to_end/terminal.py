"""The program at a pseudo-terminal, as a runner has it: what it shows is waited for, never time."""
import os
import pty
import select
import subprocess

SILENCE_S = 120


class Terminal:
    def __init__(self, arguments, environment):
        self.master, terminal = pty.openpty()
        self.process = subprocess.Popen(arguments, stdin=terminal, stdout=terminal, stderr=terminal, env=environment, close_fds=True)
        os.close(terminal)
        self.text = ""
        self.seen = 0

    def read(self):
        """Reads what comes next; false where the program has ended."""
        ready, _, _ = select.select([self.master], [], [], SILENCE_S)
        if not ready:
            raise AssertionError("the program neither shows anything nor ends:\n" + self.text[-2000:])
        try:
            got = os.read(self.master, 65536)
        except OSError:
            return False
        self.text += got.decode(errors="replace").replace("\r\n", "\n")
        return bool(got)

    def until_end_is(self, pattern):
        """What was shown until the pattern matches at its end; nothing where the program ended instead."""
        while not pattern.search(self.text[self.seen:]):
            if not self.read():
                return None
        page, self.seen = self.text[self.seen:], len(self.text)
        return page

    def until(self, *words):
        """Reads until one of the words is shown, and says which; fails where the program ends before."""
        while True:
            for word in words:
                at = self.text.find(word, self.seen)
                if at >= 0:
                    self.seen = at + len(word)
                    return word
            if not self.read():
                raise AssertionError(f"ended without {words}:\n{self.text[-2000:]}")

    def press(self, keys):
        os.write(self.master, keys.encode())

    def end(self):
        """Reads to the end; the exit status."""
        while self.read():
            pass
        os.close(self.master)
        return self.process.wait(timeout=SILENCE_S)
