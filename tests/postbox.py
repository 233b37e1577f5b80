"""A real mail server that keeps what it takes, and fails in the ways that mail servers fail."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from threading import Event

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

FOR_EVER = 60


class Postbox:
    """`stalls_at` names where it falls silent: RCPT, or DATA when it has taken the message."""

    def __init__(self, stalls_at: str = "") -> None:
        self.letters: list[Message] = []
        self.stalls_at = stalls_at
        self.stalled = Event()
        self.answer = "250 OK"

    @property
    def ids(self) -> list[str]:
        return [letter["Message-ID"] for letter in self.letters]

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list
    ) -> str:
        await self.stall("RCPT")
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        if self.answer.startswith("2"):
            self.letters.append(message_from_bytes(envelope.original_content or b""))
        await self.stall("DATA")
        return self.answer

    async def stall(self, at: str) -> None:
        if at == self.stalls_at:
            self.stalled.set()
            await asyncio.sleep(FOR_EVER)


@contextmanager
def open_at(port: int, postbox: Postbox) -> Iterator[Postbox]:
    """The server answers at the port while this lasts."""
    controller = Controller(postbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield postbox
    finally:
        controller.stop(no_assert=True)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
