from typing import Any

from hub.demo.loader.content import facts, read
from hub.demo.loader.pages import Shelf
from hub.home.models import HomePage, ThemeIndexPage, ThemePage
from hub.pages.written import stream


def load_themes(shelf: Shelf) -> None:
    """The theme pages, and each theme's question where nobody has set one."""
    index = ThemeIndexPage.objects.get()
    written = {item["id"]: item for item in read("home")["themes"]}
    for fact in facts("themes"):
        item = written[fact["id"]]
        theme = shelf.themes[item["slug"]]
        if not theme.question:
            theme.question = item["question"]
            theme.save(update_fields=["question"])
        page = ThemePage(title=item["title"], theme=theme, summary=item["intro"].strip())
        body = [
            {"heading": "What good looks like"},
            {"paragraph": bullets(fact["what_good_looks_like"])},
            {"heading": "Questions to ask in a review"},
            {"paragraph": bullets(fact["peer_review_questions"])},
        ]
        shelf.ensure(index, page, {**fact, "slug": item["slug"], "body": body})


def bullets(items: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def load_home(shelf: Shelf, content: dict[str, Any]) -> None:
    """Fills the start page's ways in where nobody has set any."""
    home = HomePage.objects.get()
    if home.situations or home.questions:
        return
    home.situations = signposts("situation", content["situations"], shelf)
    home.questions = signposts("question", content["questions"], shelf)
    home.save()


def signposts(kind: str, items: list[dict[str, str]], shelf: Shelf) -> str:
    return stream(
        "home",
        [
            (
                kind,
                {
                    "title": item.get("title") or item["question"],
                    "text": item["text"],
                    "page": shelf.pages[item["link"]].pk,
                },
            )
            for item in items
        ],
    )
