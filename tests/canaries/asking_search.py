"""Search, asked in every way for a word; its answers without what was typed."""

import re

from django.core import signing
from django.test import Client

from search.learning.answers import SALT

NONSENSE = "wqxzkvbj"


def shapes(word: str) -> list[str]:
    """Whole, begun, misspelt, with filters, sorted, further on, exact."""
    return [
        f"q={word}",
        f"q={word[:5]}",
        f"q={word[:3]}{word[4:]}",
        f"q={word}&theme=mapping&audience=police",
        f"q={word}&kind=guidance&kind=thread&kind=lesson",
        f"q={word}&page=2",
        f"q={word}&exact=1",
    ]


def answers(client: Client, word: str) -> list[str]:
    return [
        blanked(client.get(f"/search/?{query}").content.decode(), query) for query in shapes(word)
    ]


def blanked(text: str, query: str) -> str:
    typed = query.removeprefix("q=").partition("&")[0]
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)
    text = re.sub(r"/answers/([\w:-]+)/", places_of_answer, text)
    return text.replace(typed, "…")


def places_of_answer(signed: re.Match[str]) -> str:
    """Each answer is logged under a code drawn by lot; the places beside it must be the same."""
    _code, *places = signing.loads(signed[1], salt=SALT)
    return f"/answers/{places}/"
