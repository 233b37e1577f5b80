"""The database file of the measured hub, made once while nothing that shapes it changes."""

import os
import subprocess
import sys
from pathlib import Path

from scripts.fingerprint import fingerprint
from tests.template_database import OWN_ROOTS, SHAPERS

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "var" / "benchmark"
GENERATOR = ("closing", "filling", "generate", "knowledge", "sizes", "talk", "teaching", "words")


def environment(database: Path) -> dict[str, str]:
    """The demonstration's settings, which debug nothing, on this file."""
    return {
        "DJANGO_SETTINGS_MODULE": "hub.settings.demo",
        "DATABASE_URL": f"sqlite:///{database}",
    }


def shapers() -> list[Path]:
    own = [file for root in OWN_ROOTS for name in SHAPERS for file in (ROOT / root).glob(name)]
    parts = [Path(__file__).with_name(f"{name}.py") for name in GENERATOR]
    return sorted({*own, *parts, ROOT / "hub" / "demo", ROOT / "search" / "sync"})


def measured_hub(*, small: bool) -> Path:
    """The file, made if need be, which takes a few minutes."""
    name = f"{'small' if small else 'full'}-{fingerprint(shapers())[:16]}"
    kept = KEPT / f"{name}.sqlite3"
    if kept.exists():
        return kept
    for folder in (KEPT, KEPT.parent / "static"):
        folder.mkdir(parents=True, exist_ok=True)
    unfinished = kept.with_suffix(f".{os.getpid()}")
    command = [sys.executable, "-m", "tests.benchmarks.generate", *(["--small"] if small else [])]
    env = {**os.environ, **environment(unfinished)}
    subprocess.run(command, cwd=ROOT, env=env, check=True)  # noqa: S603 - our own words
    unfinished.replace(kept)
    return kept
