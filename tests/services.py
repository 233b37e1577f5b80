"""Services that some tests need: a missing one skips, or fails under REQUIRE_SERVICES=1."""

import os
import shutil
import time
from pathlib import Path
from typing import NoReturn

import pytest

from hub.core.pdf import can_make_pdfs
from scripts.elasticsearch import SECONDS_TO_START, answers

# The shell first: the same engine without a window's frame, for half the computing.
CHROMIUM_PLACES = (
    "chromium-headless-shell",
    "/usr/bin/chromium",
    "chromium",
    "chromium-browser",
    "google-chrome",
)
SEMANTIC_MODEL = Path(__file__).resolve().parents[1] / "var" / "models" / "all-minilm-l6-v2"
VERAPDF = Path(__file__).resolve().parents[1] / "var" / "verapdf"
NODE_PACKAGES = Path(__file__).resolve().parents[1] / "node_modules"


def chromium() -> str | None:
    """Where Chromium is; CHROMIUM in the environment comes first."""
    for place in (os.environ.get("CHROMIUM", ""), *CHROMIUM_PLACES):
        found = shutil.which(place) if place else None
        if found:
            return str(Path(found).resolve())
    return None


def missing(service: str, remedy: str) -> NoReturn:
    """Skip the running test with its reason, or fail it where every service is required."""
    reason = f"needs {service}: {remedy}"
    if os.environ.get("REQUIRE_SERVICES") == "1":
        pytest.fail(f"{reason} (REQUIRE_SERVICES=1)", pytrace=False)
    pytest.skip(reason)


def require_chromium() -> None:
    """Skip or fail the running test where no Chromium is installed."""
    if chromium() is None:
        missing("Chromium", "apt-get install chromium-headless-shell, or name it in CHROMIUM")


def require_postgres(vendor: str) -> None:
    """Skip or fail the running test unless the tests run on PostgreSQL."""
    if vendor != "postgresql":
        missing("PostgreSQL", "make test-postgres")


def require_node_package(name: str) -> Path:
    """The folder of a package of package.json; skip or fail where `npm ci` has not run."""
    folder = NODE_PACKAGES / name
    if not folder.is_dir():
        missing(name, "npm ci")
    return folder


def require_elasticsearch() -> None:
    """Wait for the node that `make test` starts; skip or fail the running test without one."""
    url = os.environ.get("ELASTICSEARCH_URLS", "").partition(",")[0]
    end = time.monotonic() + SECONDS_TO_START
    while url and time.monotonic() < end:
        if answers(url):
            return
        time.sleep(0.3)
    missing("Elasticsearch", "make test starts it where Java and Maven are installed")


def require_redis() -> str:
    """Where the server is; skip or fail the running test where there is none."""
    found = shutil.which("redis-server")
    return found or missing("Redis", "apt-get install redis-server")


def require_node() -> str:
    """Where Node is; skip or fail the running test where there is none."""
    found = shutil.which("node")
    return found or missing("Node", "apt-get install nodejs")


def require_java() -> str:
    """Where Java is; skip or fail the running test where there is none."""
    found = shutil.which("java")
    return found or missing("Java", "apt-get install openjdk-17-jre-headless")


def require_verapdf() -> Path:
    """The file of veraPDF; skip or fail the running test where it is missing."""
    return next(VERAPDF.glob("*.jar"), None) or missing("veraPDF", "make verapdf")


def require_weasyprint() -> None:
    """Skip or fail the running test where no PDF can be made."""
    if not can_make_pdfs():
        missing("WeasyPrint and Pango", "apt-get install libpango-1.0-0 libpangoft2-1.0-0")


def require_semantic_model() -> Path:
    """The folder of a small sentence model; skip or fail the running test where it is missing."""
    if not (SEMANTIC_MODEL / "model.onnx").is_file():
        missing("a sentence model", "make semantic-model")
    return SEMANTIC_MODEL
