"""Shows that the suite notices when an access check is gone; its dated result: ACCESS_CHECKS.md."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.deep.access_checks import CHECKS, Check
from tests.deep.mutation import ROOT, copied_source, fails, is_caught

RESULT = ROOT / "tests" / "deep" / "ACCESS_CHECKS.md"
MOST_UNNOTICED = 1


@pytest.fixture
def copy() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        yield copied_source(Path(place))


@pytest.mark.deep
def test_the_suite_notices_when_a_check_is_gone(copy: Path) -> None:
    """Minutes: a run of some tests for each check, up to the first failure."""
    named = {test for check in CHECKS for test in check.tests}
    assert not fails(copy, tuple(sorted(named))), "the tests fail with every check in its place"
    caught = {check: is_caught(check, copy) for check in CHECKS}
    RESULT.write_text(report(caught), encoding="utf-8")
    unnoticed = [check.name for check, noticed in caught.items() if not noticed]
    assert len(unnoticed) <= MOST_UNNOTICED, unnoticed


def report(caught: dict[Check, bool]) -> str:
    rows = [
        f"| {check.name} | `{check.file}` | {'yes' if noticed else '**no**'} |"
        for check, noticed in caught.items()
    ]
    return "\n".join(
        [
            "# Access checks taken away, one at a time",
            "",
            "`make test-deep` takes each check of `access_checks.py` out of a copy of the source"
            " and runs the tests that should notice.",
            "",
            f"{date.today():%Y-%m-%d}: {sum(caught.values())} of {len(caught)} noticed.",
            "",
            "| Check | File | Noticed |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )
