"""The hub as production serves it: gunicorn, debug off, templates cached."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.client import Hub

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes of a worker: with its share of what it holds in common, and with all of that."""

    proportional: float
    resident: float


@contextmanager
def served(port: int, environment: Mapping[str, str], workers: int = 1) -> Iterator["Server"]:
    """A server that answers, and is gone afterwards."""
    command = [sys.executable, "-m", "gunicorn", "--config", "scripts/gunicorn.conf.py"]
    command += ["--workers", str(workers), "--bind", f"localhost:{port}", "hub.wsgi"]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment})  # noqa: S603 - our own words
    try:
        server = Server(process, Hub(port))
        server.wait()
        yield server
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


class Server:
    def __init__(self, process: subprocess.Popen, hub: Hub) -> None:
        self.process, self.hub = process, hub

    def wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self.process.poll() is not None:
                break
            try:
                self.hub.get("/healthz")
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError("The server did not start")

    @property
    def worker(self) -> Path:
        """What Linux tells of the one worker, or of the first."""
        pid = self.process.pid
        return Path("/proc") / Path(f"/proc/{pid}/task/{pid}/children").read_text().split()[0]

    def computed(self) -> float:
        """Milliseconds of processor time that the worker has used so far."""
        user, system = (self.worker / "stat").read_text().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) * 1000 / os.sysconf("SC_CLK_TCK")

    def memory(self) -> Memory:
        kilobytes: dict[str, int] = {}
        for line in (self.worker / "smaps_rollup").read_text().splitlines()[1:]:
            name, amount = line.split()[:2]
            kilobytes[name] = int(amount)
        return Memory(kilobytes["Pss:"] / 1024, kilobytes["Rss:"] / 1024)
