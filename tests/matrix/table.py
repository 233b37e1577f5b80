"""The policy as Markdown, for hub/access/README.md: `python -m tests.matrix.table` writes it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.architecture.address_policy import POLICY, PREFIXES, Line, Who
from tests.architecture.cms_policy import CMS, Staff

README = Path(__file__).resolve().parents[2] / "hub" / "access" / "README.md"
BEGIN = "<!-- made by `python -m tests.matrix.table` -->"
END = "<!-- end of what is made -->"


def table() -> str:
    """One part for each group of people, the widest first."""
    lines = sorted((PREFIXES | POLICY).items())
    parts = [part(who, lines) for who in Who]
    return "\n".join([*parts, *cms_part()])


def part(who: Who, lines: Iterable[tuple[str, Line]]) -> str:
    rows = [row(address, line) for address, line in lines if line.who is who]
    head = [
        f"**{who.value[0].upper()}{who.value[1:]}**",
        "",
        "| Address | Methods | Thing |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *rows, ""])


def row(address: str, line: Line) -> str:
    shown = address.replace("|", "\\|")
    below = " …" if address in PREFIXES else ""
    methods = " ".join(line.methods) or "its own"
    return f"| `/{shown}`{below} | {methods} | {line.thing or '–'} |"


def cms_part() -> Iterator[str]:
    yield "**Within the CMS**"
    yield ""
    for staff in Staff:
        words = " ".join(f"`{word or '(start)'}`" for word, whom in CMS.items() if whom is staff)
        yield f"- {staff.value}: {words}"


def with_table(text: str) -> str:
    """The README with a fresh table between its two marks. Raises ValueError without them."""
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
