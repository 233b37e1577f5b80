"""Asks the read API."""

from typing import Any

from django.test import Client

from hub.pages.models import HubPage


def address_of(page: HubPage) -> str:
    return f"/api/v1/items/{page.kind_name}/{page.pk}/"


def listed(client: Client, **query: str) -> dict[str, Any]:
    answer = client.get("/api/v1/items/", query)
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def titles(client: Client, **query: str) -> list[str]:
    return [item["title"] for item in listed(client, **query)["items"]]


def refused(client: Client, **query: Any) -> str:
    """Which parameter a list can't do with."""
    answer = client.get("/api/v1/items/", query)
    assert answer.status_code == 422, answer.content
    return ", ".join(item["name"] for item in answer.json()["parameters"])
