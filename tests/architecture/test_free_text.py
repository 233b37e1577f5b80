"""Every form in which people write freely asks about personal details."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django import forms
from django.forms.forms import BaseForm

import courses
import hub
import search
from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.core.personal_details.validators import validate_without_details
from tests.architecture.layers import app_of

# Text of this length is no name or title of one's own any more, but sentences.
FREE_FROM = 150

# Forms whose long fields need no question, with the reason.
LOOKED_AT_ELSEWHERE = {
    "hub.home.style_guide.forms.SampleForm": "nobody sends it",
    "hub.users.cms.agencies.AgencyForm": "holds names of domains",
    "hub.users.cms.domains.DomainForm": "holds the name of a domain",
    "hub.groups.cms.privacy.PrivacyForm": "its one text is a shared password, and those are off",
}


def own_forms() -> list[type[BaseForm]]:
    for package in (hub, courses, search):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations" not in module.name and ".settings" not in module.name:
                importlib.import_module(module.name)
    return [form for form in subclasses(BaseForm) if app_of(form.__module__)]


def subclasses(form: type) -> Iterator[type]:
    for child in form.__subclasses__():
        yield child
        yield from subclasses(child)


def free_fields(form: type[BaseForm]) -> list[str]:
    """Names of the fields in which sentences can be typed and nothing asks about them."""
    return [
        name
        for name, field in getattr(form, "base_fields", {}).items()
        if type(field) is forms.CharField or isinstance(field.widget, forms.Textarea)
        if isinstance(field.widget, forms.Textarea) or (field.max_length or 0) >= FREE_FROM
        if validate_without_details not in field.validators
    ]


def unasked(form: type[BaseForm]) -> list[str]:
    name = f"{form.__module__}.{form.__qualname__}"
    exempt = name in LOOKED_AT_ELSEWHERE or issubclass(form, ChecksPersonalDetails)
    return [] if exempt else [f"{name}.{field}" for field in free_fields(form)]


def test_every_form_with_free_text_asks_about_personal_details() -> None:
    assert sorted({field for form in own_forms() for field in unasked(form)}) == []


def test_every_checked_form_says_where_it_stands() -> None:
    checked = [form for form in own_forms() if issubclass(form, ChecksPersonalDetails)]
    assert [form for form in checked if not form.details_place] == []


def test_no_form_exempts_a_field_that_it_does_not_have() -> None:
    checked = [form for form in own_forms() if issubclass(form, ChecksPersonalDetails)]
    assert [form for form in checked if set(form.details_exempt) - set(form.base_fields)] == []


@pytest.mark.parametrize(
    "field", [forms.CharField(widget=forms.Textarea), forms.CharField(max_length=200)]
)
def test_a_form_that_does_not_ask_is_found(field: forms.Field) -> None:
    planted = type("Planted", (forms.Form,), {"__module__": "hub.forum.forms", "words": field})
    assert unasked(planted) == ["hub.forum.forms.Planted.words"]
