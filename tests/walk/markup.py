"""What a page of HTML says about itself, without a browser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

UNSEEN = {"script", "style", "template"}


@dataclass
class Markup:
    """`text` is what a reader sees, `links` every address that the page names, as written."""

    title: str = ""
    description: str = ""
    headings: int = 0
    text: str = ""
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


class Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Markup()
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.page.headings += tag == "h1"
        self.page.links += [given[name] for name in ("href", "src") if given.get(name)]
        self.page.ids += [given["id"]] if "id" in given else []
        if tag == "meta" and given.get("name") == "description":
            self.page.description = given.get("content", "").strip()
        if tag in UNSEEN or tag == "title":
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if self.inside == ["title"]:
            self.page.title += data.strip()
        elif not self.inside:
            self.page.text += data


def read(text: str) -> Markup:
    reading = Reading()
    reading.feed(text)
    return reading.page
