"""axe-core's rules for WCAG 2.2 AA, run in a page."""

from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.services import require_node_package

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": TAGS},
    # Target size counts for WCAG 2.2 AA, and axe leaves it off unless asked.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "elementRef": False,
}
RUN = """async options => {
    const {violations} = await axe.run(document, options);
    return violations.flatMap(({id, nodes}) => nodes.map(({target, any, all, none}) => {
        const why = [...any, ...all, ...none].map(({message}) => message).join('; ');
        return `${id} at ${target.join(' ')}: ${why}`;
    }));
}"""


@cache
def source() -> str:
    return (require_node_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What breaks a rule. The browser's debugging door runs it, past the page's policy."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(source())
    found: list[str] = page.evaluate(RUN, OPTIONS)
    return found
