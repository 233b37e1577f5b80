import re
from pathlib import Path

TEXT = (Path(__file__).resolve().parents[2] / "Makefile").read_text()
PROMISED = {
    "benchmark",
    "benchmark-search",
    "check",
    "format",
    "frontend",
    "help",
    "run",
    "test",
    "test-deep",
    "test-postgres",
}


def described() -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*## \S", TEXT, re.MULTILINE))


def test_every_command_has_a_description_for_help() -> None:
    assert described() == set(re.findall(r"^\.PHONY: (\S+)$", TEXT, re.MULTILINE))


def test_the_promised_commands_exist() -> None:
    assert described() >= PROMISED
