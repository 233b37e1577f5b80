"""Keeps which changes of law the official text doesn't show yet."""

from dataclasses import fields
from typing import Any

from hub.legislation.clml.document import Document
from hub.legislation.clml.effects import Effect
from hub.legislation.models.official import Instrument, OfficialEffect
from hub.legislation.touching import touches


def keep_effects(*, instrument: Instrument, document: Document) -> int:
    """How many were added, changed or done with. Nothing where a newer file was imported before.

    The file of one section lists what is to come for that section, and maybe more: what it leaves
    out of other sections stays.
    """
    newest = instrument.modified_on
    if document.modified_on and newest and document.modified_on < newest:
        return 0
    known = {row.key: row for row in instrument.effects.all()}
    told = {effect.key: facts_of(effect) for effect in document.effects}
    gone = [row.pk for key, row in known.items() if key not in told and touches(row, document.part)]
    OfficialEffect.objects.filter(pk__in=gone).delete()
    added = [
        OfficialEffect(instrument=instrument, **facts)
        for key, facts in told.items()
        if key not in known
    ]
    OfficialEffect.objects.bulk_create(added)
    changed = [known[key] for key in told if key in known and differs(known[key], told[key])]
    for row in changed:
        OfficialEffect.objects.filter(pk=row.pk).update(**told[row.key])
    return len(gone) + len(added) + len(changed)


def facts_of(effect: Effect) -> dict[str, Any]:
    """As the database gives it back: pairs are lists."""
    facts = {field.name: getattr(effect, field.name) for field in fields(effect)}
    lists = {name: [list(pair) for pair in facts[name]] for name in ("places", "starts")}
    return facts | lists


def differs(row: OfficialEffect, facts: dict[str, Any]) -> bool:
    return any(getattr(row, name) != value for name, value in facts.items())
