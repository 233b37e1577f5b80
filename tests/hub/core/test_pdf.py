"""A PDF asks nobody for anything, and doubles as no door to files of the server."""

import sys
from pathlib import Path

import pytest

from hub.core import pdf
from tests.services import require_weasyprint


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_nothing_is_fetched_from_elsewhere(
    scheme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    require_weasyprint()
    (tmp_path / "secret.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    source = {"file": f"file://{tmp_path}/secret.svg", "http": "http://127.0.0.1:9/a.svg"}[scheme]
    html = f'<title>Title</title><p>Text</p><img alt="x" src="{source}">'
    monkeypatch.setattr(pdf, "render_to_string", lambda *_given: html)
    assert pdf.pdf_of("any.html", {}).startswith(b"%PDF")
    assert "disallowed protocol" in caplog.text


def test_the_library_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    pdf.library.cache_clear()
    assert not pdf.can_make_pdfs()
    pdf.library.cache_clear()
