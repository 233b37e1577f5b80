"""Asks a running hub for pages and takes the time; many clients at once are wrk or threads."""

import http.client
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from itertools import cycle, islice
from urllib.parse import urlencode

CLIENTS = 8
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
LUA = """
local paths, place = {%s}, 0
request = function()
  place = place %% #paths + 1
  return wrk.format("GET", paths[place], {["Cookie"] = "%s"})
end
"""


class Hub:
    """A hub on a port of this machine. Each request opens a connection: sync workers close them."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(
        self, path: str, cookies: str = "", form: dict[str, str] | None = None
    ) -> tuple[http.client.HTTPResponse, str]:
        """The answer and its text. Raises OSError where nobody listens."""
        connection = http.client.HTTPConnection("localhost", self.port, timeout=60)
        headers = {"Cookie": cookies} if cookies else {}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode(form) if form is not None else None
        connection.request("POST" if form is not None else "GET", path, body, headers)
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response, text

    def get(self, path: str, cookies: str = "") -> float:
        """Milliseconds until the whole page is here. Raises RuntimeError for any other answer."""
        started = time.perf_counter()
        response, _ = self.ask(path, cookies)
        taken = (time.perf_counter() - started) * 1000
        if response.status != http.client.OK:
            raise RuntimeError(f"{path} answered {response.status}")
        return taken

    def sign_in(self, email: str, password: str) -> str:
        """The cookies of a real session, through the form that people use."""
        first, page = self.ask("/accounts/login/")
        token = TOKEN.search(page)
        form = {"login": email, "password": password}
        form["csrfmiddlewaretoken"] = token[1] if token else ""
        response, _ = self.ask("/accounts/login/", cookies_of(first), form)
        cookies = cookies_of(response)
        if "sessionid" not in cookies:
            raise RuntimeError(f"{email} could not sign in: {response.status}")
        return cookies

    def times(self, paths: Sequence[str], requests: int, cookies: str = "") -> list[float]:
        """Sorted milliseconds of one request after another; each address is warmed up first."""
        for path in paths:
            self.get(path, cookies)
        return sorted(self.get(path, cookies) for path in islice(cycle(paths), requests))

    def rate(self, paths: Sequence[str], seconds: int, cookies: str = "") -> float:
        """Requests a second that eight clients get answered."""
        ask = wrk_rate if shutil.which("wrk") else threads_rate
        return ask(self, paths, seconds, cookies)


def threads_rate(hub: Hub, paths: Sequence[str], seconds: int, cookies: str) -> float:
    """With threads of this process, which themselves cost up to half a millisecond a request."""
    until = time.perf_counter() + seconds

    def client(first: int) -> int:
        asked = 0
        for path in islice(cycle(paths), first, None):
            if time.perf_counter() >= until:
                break
            hub.get(path, cookies)
            asked += 1
        return asked

    with ThreadPoolExecutor(CLIENTS) as clients:
        return sum(clients.map(client, range(CLIENTS))) / seconds


def wrk_rate(hub: Hub, paths: Sequence[str], seconds: int, cookies: str) -> float:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(LUA % (", ".join(f'"{path}"' for path in paths), cookies))
        script.flush()
        command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "--timeout", "30s"]
        command += ["-s", script.name, f"http://localhost:{hub.port}"]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own words
    found = RATE.search(printed)
    if not found or "Non-2xx" in printed:
        raise RuntimeError(f"wrk got other answers than pages:\n{printed}")
    return float(found[1])


def cookies_of(response: http.client.HTTPResponse) -> str:
    jar = SimpleCookie()
    for line in response.headers.get_all("Set-Cookie") or []:
        jar.load(line)
    return "; ".join(f"{name}={morsel.value}" for name, morsel in jar.items())


def share(times: Sequence[float], part: float) -> float:
    """The time that this part of the sorted times does not exceed."""
    return times[min(len(times) - 1, int(len(times) * part))]
