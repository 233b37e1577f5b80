"""Each address has its line. What the lines say is asked of every address in tests/matrix/."""

from django.urls import get_resolver, path

from tests.architecture.address_policy import POLICY, PREFIXES, line_for, prefix_of
from tests.architecture.addresses import patterns, without_policy

ADDRESSES = list(patterns(get_resolver().url_patterns))


def test_every_address_has_a_line_in_the_policy() -> None:
    assert without_policy(ADDRESSES, POLICY, tuple(PREFIXES)) == []


def test_every_line_of_the_policy_is_an_address() -> None:
    assert [text for text in POLICY if text not in ADDRESSES] == []


def test_every_prefix_covers_an_address() -> None:
    covering = {prefix_of(text) for text in ADDRESSES}
    assert [text for text in PREFIXES if text not in covering] == []


def test_an_address_without_a_line_is_found() -> None:
    planted = list(patterns([path("planted/<int:pk>/", lambda request, pk: None)]))
    assert without_policy(planted, POLICY, tuple(PREFIXES)) == ["planted/<int:pk>/"]


def test_an_address_below_other_peoples_prefix_passes() -> None:
    assert without_policy(["cms/pages/"], {}, ("cms/",)) == []


def test_the_longest_prefix_that_fits_counts() -> None:
    assert line_for("accounts/email/") is PREFIXES["accounts/email/"]
