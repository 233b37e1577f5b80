"""Two runs compare only if they measure the same hub."""

import hashlib

import pytest
from django.db import transaction
from wagtail.models import Page

from hub.forum.models import Post
from hub.guidance.models import GuidancePage
from tests.benchmarks.filling import fill
from tests.benchmarks.sizes import SMALL

pytestmark = pytest.mark.django_db


def words_of_the_hub() -> str:
    """One hash of the words and places of everything made."""
    pages = Page.objects.order_by("path").values_list("path", "title", "url_path")
    guidance = GuidancePage.objects.order_by("path").values_list("summary", "slug")
    posts = Post.objects.order_by("thread__pk", "number").values_list("body", "created_at")
    said = [list(pages), list(guidance), list(posts)]
    return hashlib.sha256(repr(said).encode()).hexdigest()


def hub_of(seed: int) -> str:
    with transaction.atomic():
        fill(SMALL, seed)
        words = words_of_the_hub()
        transaction.set_rollback(True)
    return words


def test_the_same_seed_makes_the_same_hub() -> None:
    assert hub_of(1) == hub_of(1)


def test_another_seed_makes_another_hub() -> None:
    assert hub_of(1) != hub_of(2)
