"""The one place that reads the process environment."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

BASE_DIR = Path(__file__).resolve().parents[2]


def text(name: str, default: str = "") -> str:
    """The variable's text, or the default where it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def required(name: str) -> str:
    """The variable's text. Raises RuntimeError with the name where it is missing."""
    value = text(name)
    if not value:
        raise RuntimeError(f"Set {name} in the environment.")
    return value


def number(name: str, default: int) -> int:
    """The variable as a whole number."""
    return int(text(name, str(default)))


def words(name: str) -> list[str]:
    """The variable split at commas, blanks dropped."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def cache() -> dict[str, Any]:
    """The cache of REDIS_URL, shared by all processes, or the memory of each; see redis.in."""
    address = text("REDIS_URL")
    if address:
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": address}
    return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}


def database(default_file: Path) -> dict[str, Any]:
    """Connection settings from DATABASE_URL: sqlite:///path or postgresql://user:pw@host/name?host=."""
    address = text("DATABASE_URL", f"sqlite:///{default_file}")
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(address.removeprefix("sqlite:///"))))
    if parts.scheme not in {"postgresql", "postgres"}:
        raise RuntimeError("DATABASE_URL must start with sqlite:/// or postgresql://")
    socket = parse_qs(parts.query).get("host", [""])[0]
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or socket,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }


# What each connection of SQLite may keep of its file: a search reads many pages here and there.
KILOBYTES_KEPT = 64 * 1024


def sqlite(file: Path) -> dict[str, Any]:
    """SQLite with one writer at a time and durable commits; see hub/decisions on SQLite.

    A connection is kept between requests: opening one reads the whole schema anew.
    """
    pragmas = ("journal_mode=WAL", "synchronous=FULL", f"cache_size=-{KILOBYTES_KEPT}")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": ";".join(f"PRAGMA {pragma}" for pragma in pragmas),
        },
    }
