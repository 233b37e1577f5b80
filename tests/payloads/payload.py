"""What a payload is, and the mark by which its work is known."""

from dataclasses import dataclass

# Every payload that makes markup leaves this word in it: in a handler, an address or a name.
MARK = "zqx"
ELSEWHERE = f"{MARK}.invalid"

# Where text may land in a page, with nothing done to it. A payload is made for one of them.
PLACES = {
    "text": "<div>{}</div>",
    "double": '<p title="{}">Words</p>',
    "single": "<p title='{}'>Words</p>",
    "bare": "<p title={}>Words</p>",
    "link": '<p><a href="{}">Words</a></p>',
    "textarea": "<textarea>{}</textarea>",
    "title": "<title>{}</title>",
    "comment": "<!-- {} -->",
    "style": "<style>p {{ color: {} }}</style>",
    "script": '<script type="application/json">"{}"</script>',
}


@dataclass(frozen=True, slots=True)
class Payload:
    """`place` is where it does harm; empty for text that is hostile without being markup."""

    kind: str
    text: str
    place: str = ""


def in_page(payload: Payload) -> str:
    """A page that keeps nothing of the payload back."""
    shown = PLACES[payload.place].format(payload.text)
    head, body = (shown, "") if payload.place == "title" else ("", shown)
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
