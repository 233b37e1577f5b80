import pytest

from hub.core.calendar_files import escaped, folded


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a\\b", "a\\\\b"),
        ("a\r\nb\rc", "a\\nb\\nc"),
        ("END:VEVENT\nBEGIN:VALARM", "END:VEVENT\\nBEGIN:VALARM"),
        ("a\x00b\x07c\x7f", "abc"),
        ("tab\there", "tab\there"),
    ],
)
def test_no_text_ends_its_line(text: str, value: str) -> None:
    assert escaped(text) == value


@pytest.mark.parametrize("text", ["x" * 75, "x" * 76, "ŵ" * 200, "🙂" * 100, ""])
def test_lines_are_folded_at_75_octets_inside_no_character(text: str) -> None:
    parts = folded(text).split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert folded(text).replace("\r\n ", "") == text
