"""The post of a demonstration: what the hub would have sent, read from where it was stored."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings
from django.core import mail

# Django's file backend ends each message with this line.
MESSAGE_END = b"\n" + b"-" * 79 + b"\n"
ADDRESS = re.compile(r"https?://[^\s<>\"]+")
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, or an address to press."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    to: str
    subject: str
    sent: datetime | None
    body: tuple[Piece, ...]


def letters() -> list[Letter]:
    """The newest letters, newest first. Reads at most as many files as it shows letters."""
    if hasattr(mail, "outbox"):
        raw = [message.message().as_bytes() for message in reversed(mail.outbox)]
    else:
        raw = list(stored(Path(settings.EMAIL_FILE_PATH)))
    return [letter_of(data) for data in raw[:SHOWN]]


def stored(folder: Path) -> Iterator[bytes]:
    """Messages of the file backend, newest first."""
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for file in files[:SHOWN]:
        parts = [part.strip() for part in file.read_bytes().split(MESSAGE_END)]
        yield from reversed([part for part in parts if part])


def letter_of(data: bytes) -> Letter:
    message: EmailMessage = BytesParser(policy=policy.default).parsebytes(data)
    body = message.get_body(("plain",))
    return Letter(
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        sent=parsedate_to_datetime(message["Date"]) if message["Date"] else None,
        body=tuple(pieces(body.get_content() if body else "")),
    )


def pieces(text: str) -> Iterator[Piece]:
    """The text cut at its addresses. Only http and https become links."""
    start = 0
    for match in ADDRESS.finditer(text):
        url = match.group().rstrip(".,;)")
        yield Piece(text[start : match.start()])
        yield Piece(url, url)
        start = match.start() + len(url)
    yield Piece(text[start:])
