#!/usr/bin/env python3
"""Keeps a kiosk on its page: starts Chromium, asks the page every second whether it lives, and puts it back if not.

A lost renderer, a page that hangs, an error page and a browser that has gone are all noticed here, because nothing inside a
page can notice them. Standard library only. Settings are in the environment; see README.md beside this file.
"""
import base64
import http.client
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import time
from urllib.parse import quote, urlsplit

URL = os.environ.get("KIOSK_URL", "http://127.0.0.1:8787/kiosk")
PROFILE = os.environ.get("KIOSK_PROFILE", os.path.expanduser("~/kiosk-profile"))
BROWSER = os.environ.get("KIOSK_BROWSER", "chromium")
PORT = int(os.environ.get("KIOSK_PORT", "9222"))
# How long somebody of the staff may be on another page of the site, in seconds.
AWAY = float(os.environ.get("KIOSK_AWAY", "600"))

# Not --incognito: it would forget what waits to be sent.
FLAGS = [
    "--kiosk", "--no-first-run", "--noerrdialogs", "--disable-session-crashed-bubble", "--hide-crash-restore-bubble",
    "--disable-pinch", "--overscroll-history-navigation=0", "--disable-component-update", "--disable-background-networking",
    "--disable-sync", "--lang=sv", "--disable-features=Translate,MediaRouter", "--password-store=basic", "--autoplay-policy=no-user-gesture-required",
    f"--remote-debugging-port={PORT}", "--remote-debugging-address=127.0.0.1", f"--user-data-dir={PROFILE}",
]
# What the page says of itself: how often its app has beaten, or that it is no kiosk.
ASK = "document.getElementById('kiosk')?.dataset.beat ?? (document.querySelector('#kiosk') ? 'begins' : 'none')"
# The longest that a page may be silent, in seconds. With starting anew the loop stands within ten.
SILENT = 4.0
# How long a browser that is asked to end may take, in seconds.
ENDING = 5.0


def say(text):
    print(f"kiosk: {text}", file=sys.stderr, flush=True)


def notify(text):
    """Tells systemd, where it asked to be told (sd_notify)."""
    place = os.environ.get("NOTIFY_SOCKET")
    if place:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
            s.connect("\0" + place[1:] if place.startswith("@") else place)
            s.sendall(text.encode())


def ask_browser(path, method="GET"):
    """One question to the browser itself, on the loopback."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=SILENT)
    try:
        connection.request(method, path)
        return json.loads(connection.getresponse().read() or b"null")
    except json.JSONDecodeError:
        return None
    finally:
        connection.close()


def ask_page(page, expression):
    """Evaluates in a page; raises if it does not answer in time. The least of a WebSocket that does it (RFC 6455)."""
    address = urlsplit(page["webSocketDebuggerUrl"])
    with socket.create_connection((address.hostname, address.port), timeout=SILENT) as s:
        key = base64.b64encode(os.urandom(16)).decode()
        s.sendall(
            f"GET {address.path} HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        stream = s.makefile("rb")
        while stream.readline().strip():
            pass
        body = json.dumps({"id": 1, "method": "Runtime.evaluate", "params": {"expression": expression, "returnByValue": True}}).encode()
        mask = os.urandom(4)
        length = bytes([0x80 | len(body)]) if len(body) < 126 else b"\xfe" + struct.pack(">H", len(body))
        s.sendall(b"\x81" + length + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(body)))
        until = time.monotonic() + SILENT
        while time.monotonic() < until:
            head = stream.read(2)
            if len(head) < 2:
                break
            size = head[1] & 127
            if size > 125:
                size = struct.unpack(">H" if size == 126 else ">Q", stream.read(2 if size == 126 else 8))[0]
            answer = json.loads(stream.read(size))
            if answer.get("id") == 1:
                return answer["result"]["result"].get("value")
    raise TimeoutError("no answer")


class Browser:
    """A browser on its page."""

    def __init__(self):
        os.makedirs(PROFILE, exist_ok=True)
        # A browser that was killed leaves its lock; nobody else uses this profile.
        for name in ("SingletonLock", "SingletonSocket", "SingletonCookie"):
            if os.path.lexists(os.path.join(PROFILE, name)):
                os.unlink(os.path.join(PROFILE, name))
        flags = FLAGS + os.environ.get("KIOSK_FLAGS", "").split()
        self.process = subprocess.Popen([BROWSER, *flags, URL], start_new_session=True)
        self.beat, self.since = None, time.monotonic() + 20
        self.away = None

    def stop(self):
        """Asks it to end, for it may be killed in the middle of writing; then ends it whole: a process that is still dying
        may hold the locks of what waits to be sent."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=ENDING)
            except subprocess.TimeoutExpired:
                say("the browser does not end by itself")
        until = time.monotonic() + 5
        try:
            while time.monotonic() < until:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.poll()
                time.sleep(0.05)
        except ProcessLookupError:
            pass
        self.process.wait()

    def put_back(self, pages, why):
        """A new page, and then no other: a page whose renderer is lost cannot be loaded anew."""
        say(f"{why}: opening the page anew")
        ask_browser("/json/new?" + quote(URL, safe=""), "PUT")
        for page in pages:
            ask_browser("/json/close/" + page["id"])
        self.beat, self.since, self.away = None, time.monotonic() + 8, None

    def look(self):
        """Whether all is well, or has been put right. Raises where the browser does not answer."""
        pages = [p for p in ask_browser("/json/list") if p["type"] == "page"]
        now = time.monotonic()
        if len(pages) != 1:
            return self.put_back(pages, f"{len(pages)} pages")
        try:
            beat = ask_page(pages[0], ASK)
        except (OSError, KeyError, ValueError) as error:
            return self.put_back(pages, f"the page does not answer ({error})")
        if beat == "none" and pages[0]["url"].startswith(origin()):
            self.away = self.away or now
            if now - self.away > AWAY:
                self.put_back(pages, "nobody has come back from the site")
            return None
        self.away = None
        if beat != self.beat and beat not in ("none", None):
            self.beat, self.since = beat, max(now, self.since if beat == "begins" else now)
        if now - self.since > SILENT:
            self.put_back(pages, "the page is silent" if beat != "none" else "an error page")
        return None


def origin():
    address = urlsplit(URL)
    return f"{address.scheme}://{address.netloc}/"


def main():
    browser = Browser()
    signal.signal(signal.SIGTERM, lambda *_: (browser.stop(), sys.exit(0)))
    notify("READY=1")
    started, silent = time.monotonic(), 0
    while True:
        time.sleep(1)
        notify("WATCHDOG=1")
        if browser.process.poll() is not None:
            say("the browser has gone: starting it anew")
            browser.stop()
            browser, started, silent = Browser(), time.monotonic(), 0
            continue
        try:
            browser.look()
            silent = 0
        except (OSError, http.client.HTTPException, TypeError) as error:
            silent += 1
            # A browser that has just been started takes its time.
            if silent >= 3 and time.monotonic() - started > 20:
                say(f"the browser does not answer ({error}): starting it anew")
                browser.stop()
                browser, started, silent = Browser(), time.monotonic(), 0


if __name__ == "__main__":
    main()
