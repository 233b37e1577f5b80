"""What a fact says of its sources, changes and links, as the raw data of streams."""

from wagtail.models import Page

from hub.pages.written import Raw, stream


def source_stream(fact: Raw, title: str = "") -> str:
    """The fact's sources, with how sure we are of each."""
    rows = fact.get("sources") or []
    if not rows and fact.get("source"):
        rows = [{"title": title or fact["source"], "url": fact["source"]}]
    confidence = fact.get("confidence", "general")
    return stream(
        fact["id"],
        [
            (
                "source",
                {
                    "title": row["title"],
                    "url": row.get("url") or "",
                    "checked_on": row.get("checked_on"),
                    "confidence": row.get("confidence", confidence),
                },
            )
            for row in rows
        ],
    )


def change_stream(fact: Raw) -> str:
    notes = fact.get("change_notes") or []
    return stream(
        fact["id"],
        [
            (
                "note",
                {
                    "date": note["date"],
                    "text": note["text"],
                    "significance": note.get("significance", "minor"),
                },
            )
            for note in notes
        ],
    )


def link_stream(fact_id: str, targets: list[Page]) -> str:
    return stream(fact_id, [("link", {"page": page.pk, "note": ""}) for page in targets])
