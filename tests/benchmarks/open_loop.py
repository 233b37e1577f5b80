"""People who send forms at fixed times, whatever the server does: an open loop.

    echo TASK | python -m tests.benchmarks.open_loop

A process of its own, so that its processor time can be told. The task is JSON: the port, the
seconds between two forms of a person, and for each person cookies, a path, the forms in order and
what a good answer is (a status and words in it). It writes sorted milliseconds and its processor
time. A time counts from the moment at which the form was due, not from the one at which a client
was free to send it.
"""

import http.client
import json
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks.client import share
from tests.benchmarks.server import ROOT

Sender = dict[str, Any]


def main() -> None:
    task = json.load(sys.stdin)
    senders, every = task["senders"], task["every"]
    begin = time.perf_counter() + 1
    taken: list[float] = []
    failed: list[str] = []
    threads = [
        threading.Thread(
            target=send_all,
            args=(task["port"], sender, begin + every * at / len(senders), every, taken, failed),
        )
        for at, sender in enumerate(senders)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    computed = time.process_time()
    json.dump({"taken": sorted(taken), "failed": failed[:5], "computed": computed}, sys.stdout)


def send_all(
    port: int, sender: Sender, due: float, every: float, taken: list[float], failed: list[str]
) -> None:
    """Each person at an offset of their own."""
    for form in sender["forms"]:
        time.sleep(max(0.0, due - time.perf_counter()))
        try:
            send(port, sender, form)
        except (OSError, http.client.HTTPException, ValueError) as problem:
            failed.append(repr(problem))
        else:
            taken.append((time.perf_counter() - due) * 1000)
        due += every


def send(port: int, sender: Sender, form: dict[str, str]) -> None:
    """Raises ValueError for any answer but the good one."""
    connection = http.client.HTTPConnection("localhost", port, timeout=30)
    headers = {
        "Cookie": sender["cookies"],
        "Content-Type": "application/x-www-form-urlencoded",
    }
    connection.request("POST", sender["path"], urlencode(form), headers)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    if response.status != sender["status"] or sender["holds"] not in text:
        raise ValueError(f"{response.status}: {text[:200]}")


def measured(port: int, senders: Sequence[Sender], every: float) -> str:
    """What it took, in words. Raises RuntimeError where a form wasn't taken."""
    task = json.dumps({"port": port, "senders": senders, "every": every})
    command = [sys.executable, "-m", "tests.benchmarks.open_loop"]
    done = subprocess.run(command, cwd=ROOT, input=task, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    told = json.loads(done.stdout)
    if told["failed"]:
        raise RuntimeError(f"Forms were not taken: {told['failed']}")
    taken = told["taken"]
    own = 1000 * told["computed"] / len(taken)
    return (
        f"p95 {share(taken, 0.95):.0f} ms, half {share(taken, 0.5):.0f} ms, "
        f"of {len(taken)}; the sender computed {own:.1f} ms for each"
    )


if __name__ == "__main__":
    main()
