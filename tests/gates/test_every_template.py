"""No template escapes the gates, and what each says is HTML without errors."""

from pathlib import Path

import pytest
from django.conf import settings

from hub.core.middleware import policy_text
from tests.demo_site import fill
from tests.gates.everything import screens
from tests.gates.nu import errors
from tests.gates.reading import Sheet, read_all

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "templates"

# Drawn outside the pages that people see, each for its reason.
LEFT_OUT = {
    "allauth/": "what allauth's own pages are dressed in, none of which our settings show",
    "approval/cms/": "part of the CMS, whose frame is Wagtail's",
    "courses/cms/": "part of the CMS, whose frame is Wagtail's",
    "components/htmx_head.html": "for pages that are improved by htmx; none is yet",
    "courses/pdf/": "drawn into PDFs; tests/courses/views/test_certificate_pdf.py reads them",
    "email/": "letters",
    "home/cms/": "part of the CMS, whose frame is Wagtail's",
    "layouts/pdf.html": "the frame of PDFs",
    "mydata/copy.html": "a file that people take away; tests/hub/mydata reads it",
    "pages/pdf.html": "drawn into PDFs; tests/hub/pages/test_paper.py reads them",
    "pages/cms/": "part of the CMS, whose frame is Wagtail's",
    "quality/cms/": "part of the CMS, whose frame is Wagtail's",
    "search/cms/": "part of the CMS, whose frame is Wagtail's",
    "socialaccount/leaving.html": "goes on to another host at once",
    "upkeep/cms/": "part of the CMS, whose frame is Wagtail's",
    "usefulness/cms/": "part of the CMS, whose frame is Wagtail's",
    "wagtailadmin/": "part of the CMS, whose pages are Wagtail's",
}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sheets(
    transactional_db: None, demo_snapshot: Path, seen: dict[str, list[Sheet]]
) -> list[Sheet]:
    if "sheets" not in seen:
        fill(demo_snapshot)
        seen["sheets"] = list(read_all(screens()))
    return seen["sheets"]


def ours() -> set[str]:
    found = {file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.html")}
    return {name for name in found if not name.startswith(tuple(LEFT_OUT))}


def test_every_template_is_on_a_screen_that_the_gates_look_at(sheets: list[Sheet]) -> None:
    drawn = {name for sheet in sheets for name in sheet.templates}
    missed = sorted(ours() - drawn)
    assert missed == [], "\n".join(missed)


@pytest.mark.parametrize("name", LEFT_OUT)
def test_whatever_is_left_out_exists(name: str) -> None:
    assert (FOLDER / name).exists()


def test_every_screen_is_there(sheets: list[Sheet]) -> None:
    wrong = [f"{sheet.status}: {sheet.screen}" for sheet in sheets if not sheet.is_right]
    assert wrong == [], "\n".join(wrong)


def test_no_screen_has_a_looser_policy_than_that_of_public_pages(sheets: list[Sheet]) -> None:
    strict = policy_text(settings.SECURE_CSP)
    loose = [str(s.screen) for s in sheets if s.policy != strict and not s.screen.template]
    assert loose == [], "\n".join(loose)


def test_the_html_checker_finds_no_error(sheets: list[Sheet], tmp_path: Path) -> None:
    found = errors([(str(sheet.screen), sheet.text) for sheet in sheets], tmp_path)
    assert found == [], "\n".join(found)
