"""Reads screens without a browser: the text that leaves the server, and the templates behind it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.template import Template
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.test.signals import template_rendered

from tests.gates.people import client_of
from tests.gates.screens import Screen


@dataclass(frozen=True)
class Sheet:
    """What one screen says, and every template that had a part in it."""

    screen: Screen
    status: int
    text: str
    templates: frozenset[str]
    policy: str

    @property
    def is_right(self) -> bool:
        return self.status == self.screen.status


def read_all(screens: Iterable[Screen]) -> Iterator[Sheet]:
    clients: dict[str, Client] = {}
    for screen in screens:
        client = clients.setdefault(screen.who, client_of(screen.who))
        with templates_in_use() as used:
            answer = answer_of(client, screen)
        policy = answer.get("Content-Security-Policy", "")
        yield Sheet(screen, answer.status_code, answer.content.decode(), frozenset(used), policy)


def answer_of(client: Client, screen: Screen) -> HttpResponse:
    if screen.template:
        return HttpResponse(drawing(screen.template))
    response = client.get(screen.address, follow=True)
    if screen.form is not None:
        path, form = response.request["PATH_INFO"], dict(screen.form)
        if "file" in form:
            form["file"] = ContentFile(form["file"].encode(), "table.csv")
        response = client.post(path, form, follow=True)
    return response


def drawing(template: str) -> str:
    """The template for a stranger, without the answer of any address."""
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return render_to_string(template, request=request)


@contextmanager
def templates_in_use() -> Iterator[set[str]]:
    """The names of templates as they are drawn; tests make Django say them."""
    used: set[str] = set()

    def note(template: Template, **_more: Any) -> None:
        used.add(str(template.name))

    template_rendered.connect(note)
    yield used
    template_rendered.disconnect(note)
