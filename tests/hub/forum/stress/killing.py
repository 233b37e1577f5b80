"""Work in a process of its own that is killed, by the signal, at a point of its writing.

The points lie before and after each statement that writes or opens a transaction, and before and
after each commit; the last one is when all is written and nobody has been told so. Nothing runs
after the signal: no handler, no rollback, no answer.
"""

import os
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection

BEFORE_THE_ANSWER = -1
WRITES = ("INSERT", "UPDATE", "DELETE", "BEGIN", "SAVEPOINT", "RELEASE")


@dataclass(frozen=True, slots=True)
class Ended:
    """`acknowledged` says that whoever asked for it was told that it's done."""

    acknowledged: bool
    points: int = 0


class Points:
    """Counts the points that were passed, and kills this process at one of them."""

    def __init__(self, fatal: int | None) -> None:
        self.fatal = fatal
        self.passed = 0
        self.commit = connection._commit

    def watch(self) -> None:
        connection.execute_wrappers.append(self.execute)
        connection._commit = self.commit_between

    def pass_one(self) -> None:
        if self.passed == self.fatal:
            kill()
        self.passed += 1

    def execute(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.lstrip().upper().startswith(WRITES):
            return execute(sql, params, many, context)
        self.pass_one()
        answer = execute(sql, params, many, context)
        self.pass_one()
        return answer

    def commit_between(self) -> None:
        self.pass_one()
        self.commit()
        self.pass_one()


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def run_apart(work: Callable[[], object], fatal: int | None = None) -> Ended:
    """Runs it in a copy of this process, which the database knows as another.

    Raises AssertionError with the traceback of work that fails by itself.
    """
    connection.close()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        run_and_leave(work, fatal, write)
    os.close(write)
    with os.fdopen(read) as answers:
        said = answers.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return Ended(acknowledged=False)
    if not said.isdecimal():
        raise AssertionError(said)
    return Ended(acknowledged=True, points=int(said))


def run_and_leave(work: Callable[[], object], fatal: int | None, write: int) -> None:
    """Never comes back: the copy must not go on with the tests."""
    said = ""
    try:
        points = Points(fatal)
        points.watch()
        work()
        if fatal == BEFORE_THE_ANSWER:
            kill()
        said = str(points.passed)
    except BaseException:  # noqa: BLE001 told to the parent, whatever it was
        said = traceback.format_exc()
    finally:
        os.write(write, said.encode()[-60_000:])
        os._exit(0)
