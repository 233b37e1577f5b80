"""Learners who answer, each once every ten seconds, whatever the server does: an open loop.

A process of its own, so that its processor time can be told. Reads from standard input what each
learner sends; writes sorted milliseconds and its processor time. A time counts from the moment at
which the answer was due, not from the one at which a client was free to send it.
"""

import http.client
import json
import sys
import threading
import time
from urllib.parse import urlencode

EVERY = 10.0


def main() -> None:
    task = json.load(sys.stdin)
    learners, seconds = task["learners"], task["seconds"]
    begin = time.perf_counter() + 1
    taken: list[float] = []
    failed: list[str] = []
    threads = [
        threading.Thread(target=answer, args=(task["port"], one, at, seconds, begin, taken, failed))
        for at, one in enumerate(learners)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    computed = time.process_time()
    json.dump({"taken": sorted(taken), "failed": failed[:5], "computed": computed}, sys.stdout)


def answer(port, learner, at, seconds, begin, taken, failed) -> None:  # type: ignore[no-untyped-def]
    """Each learner at an offset of their own."""
    due = begin + EVERY * at / 100
    for number in range(int(seconds / EVERY)):
        time.sleep(max(0.0, due - time.perf_counter()))
        form = learner["forms"][number % len(learner["forms"])]
        sent = urlencode({**form, "stamp": f"measured.{number + 1}", "seen": ""})
        try:
            post(port, learner, sent)
        except (OSError, http.client.HTTPException, ValueError) as problem:
            failed.append(repr(problem))
        else:
            taken.append((time.perf_counter() - due) * 1000)
        due += EVERY


def post(port: int, learner: dict[str, str], sent: str) -> None:
    """Raises ValueError for any answer but a saved one."""
    connection = http.client.HTTPConnection("localhost", port, timeout=30)
    headers = {
        "Cookie": learner["cookies"],
        "Content-Type": "application/x-www-form-urlencoded",
    }
    connection.request("POST", learner["path"], sent, headers)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    if response.status != http.client.OK or "stamp" not in json.loads(text):
        raise ValueError(f"{response.status}: {text[:200]}")


if __name__ == "__main__":
    main()
