"""Addresses of the powers finder with answers in them."""

from urllib.parse import urlencode

from django.urls import reverse

ALL = {
    "exploited": "no",
    "who": "police",
    "problem": "exploitation",
    "about": "child",
    "where": "england",
}


def finder(name: str = "powers", **answers: str | list[str]) -> str:
    """The address with exactly these answers."""
    query = urlencode(answers, doseq=True)
    return f"{reverse(name)}?{query}" if query else reverse(name)


def answered(name: str = "powers", **changed: str | list[str]) -> str:
    """With an answer to every question, and these instead or beside."""
    return finder(name, **(ALL | changed))
