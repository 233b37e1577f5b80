"""The lock files hold what a fresh machine installs."""

import re
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
LOCKS = ["uv", "base", "dev"]
PINNED = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)


def lock(name: str) -> str:
    return (REQUIREMENTS / f"{name}.txt").read_text()


def pins(name: str) -> dict[str, str]:
    return dict(PINNED.findall(lock(name)))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_place_to_download_from(name: str) -> None:
    assert re.findall(r"https?://|--index-url|--find-links", lock(name)) == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash(name: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", lock(name), flags=re.MULTILINE)
    pinned = [entry for entry in entries if PINNED.match(entry)]
    assert pinned
    assert [entry for entry in pinned if "--hash=sha256:" not in entry] == []


def test_development_installs_the_versions_of_the_demonstration() -> None:
    assert {name: pins("dev").get(name) for name in pins("base")} == pins("base")
