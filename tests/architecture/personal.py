"""Which models hold something of people, and what of it nobody has declared."""

import re
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.conf import settings
from django.db.models import Field, Model

from hub.access.personal_data import PersonalRecord

PERSON = (
    "person|people|user|author|owner|member|reader|editor|reviewer|moderator|reporter|learner"
    "|approver|sender|recipient"
)
# A column that holds a person without a foreign key: a bare id, an address, a device, a name.
BARE = re.compile(
    rf"^((.*_)?({PERSON})(_ids?|_name|_pk)?|(.*_)?email|ip|ip_address|user_agent|(.*_)?by_id)$"
)
# Whoever may hold a row of any kind may hold one that names a person.
GENERIC = {"object_id", "to_object_id"}

# Columns that look like people and hold none, with the reason.
NO_PEOPLE: dict[str, str] = {
    "wagtailembeds.Embed": "its author is that of a film elsewhere, and embeds are switched off",
    "wagtailcore.ReferenceIndex": "says which row names which, in numbers; rebuilt from the rows",
    "wagtailsearch.IndexEntry": "the text of pages, images and documents",
    "taggit.TaggedItem": "tags stand on images and documents",
    "search.Entry": "things of the registry of kinds, none of which is a person",
    "search.JudgedThing": "likewise",
}
# Stores that may hold anything, people too, in a column that says nothing about it.
STORES = ("sessions.Session", "django_tasks_database.DBTaskResult")


def all_models() -> list[type[Model]]:
    """Ours and those of installed apps, with the tables between; no proxies, which have no rows."""
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and not model._meta.proxy]


def leads_to_person(field: Field) -> bool:
    user = apps.get_model(settings.AUTH_USER_MODEL)
    return field.is_relation and field.related_model is user


def looks_like_person(field: Field) -> bool:
    bare = BARE.match(field.name) is not None or field.name in GENERIC
    return bare and not field.is_relation


def people_fields(model: type[Model]) -> Iterator[str]:
    """Columns of the model's own table that point at a person or look as if they did."""
    label = model._meta.label
    if label in STORES or model is apps.get_model(settings.AUTH_USER_MODEL):
        yield ""
    for field in model._meta.local_concrete_fields:
        if leads_to_person(field):
            yield field.name
        elif label not in NO_PEOPLE and looks_like_person(field):
            yield ""


def undeclared(models: Iterable[type[Model]], records: Iterable[PersonalRecord]) -> list[str]:
    """`label.field` of each relation that no record names, `label` of each model none holds."""
    held = [held for record in records for held in record.holds]
    named = {(item.model, path) for item in held for path in item.person}
    known = {item.model for item in held}
    missing = {
        f"{model._meta.label}.{name}".rstrip(".")
        for model in models
        for name in people_fields(model)
        if (name and (model, name) not in named) or (not name and model not in known)
    }
    return sorted(missing)
