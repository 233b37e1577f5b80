import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldError
from django.db.models import CASCADE, BigIntegerField, Field, ForeignKey, Model
from django.test.utils import isolate_apps

from hub.access.enums import Basis, Ending
from hub.access.personal_data import Held, PersonalRecord, declare, personal_records
from tests.architecture.personal import NO_PEOPLE, all_models, undeclared


def record(**fields: object) -> PersonalRecord:
    given = {
        "name": "planted",
        "label": "Planted",
        "why": "A test",
        "basis": Basis.PUBLIC_TASK,
        "holds": (),
        "ending": Ending.DELETED,
    }
    return PersonalRecord(**{**given, **fields})


def test_every_model_that_points_at_a_person_is_declared() -> None:
    assert undeclared(all_models(), personal_records()) == []


def planted(**fields: Field) -> type[Model]:
    """A model that no app has; isolated, so that nothing else meets it."""
    meta = type("Meta", (), {"app_label": "forum"})
    return type("Liking", (Model,), {**fields, "__module__": __name__, "Meta": meta})


@isolate_apps("hub.forum")
def test_a_new_foreign_key_to_a_person_is_found() -> None:
    model = planted(liker=ForeignKey(settings.AUTH_USER_MODEL, on_delete=CASCADE))
    # Isolated apps know no user model, so the relation is led to ours by hand.
    model._meta.get_field("liker").remote_field.model = apps.get_model(settings.AUTH_USER_MODEL)
    assert undeclared([model], personal_records()) == ["forum.Liking.liker"]


@isolate_apps("hub.forum")
@pytest.mark.parametrize("name", ["person_id", "author_ids", "email", "contact_email", "ip"])
def test_a_bare_id_or_address_of_a_person_is_found(name: str) -> None:
    assert undeclared([planted(**{name: BigIntegerField()})], personal_records()) == [
        "forum.Liking"
    ]


# The first two hold the accounts, before and after somebody confirms them; files are somebody's
# by their post alone; the others name nobody and are declared for their periods.
NOT_MISSED = {
    "account",
    "unconfirmed",
    "details_checks",
    "searches",
    "lesson_remarks",
    "page_answers",
    "attachments",
}


@pytest.mark.parametrize("name", [r.name for r in personal_records() if r.name not in NOT_MISSED])
def test_forgetting_one_record_fails(name: str) -> None:
    """Each record holds a model or a column that no other record holds."""
    others = [record for record in personal_records() if record.name != name]
    assert undeclared(all_models(), others) != []


def test_exceptions_name_models_that_exist_and_are_not_declared() -> None:
    held = {item.model._meta.label for record in personal_records() for item in record.holds}
    labels = {model._meta.label for model in all_models()}
    assert set(NO_PEOPLE) <= labels - held


@pytest.mark.django_db
def test_every_path_of_every_record_can_be_asked_for() -> None:
    person = apps.get_model(settings.AUTH_USER_MODEL)(pk=0)
    for declared in personal_records():
        assert list(declared.export(person)) == []


def test_every_period_stands_in_the_table_and_is_used() -> None:
    used = {record.kept for record in personal_records() if record.kept}
    assert used == set(settings.RETENTION_DAYS)


def test_what_stays_says_why() -> None:
    with pytest.raises(ValueError, match="nothing says why"):
        declare(record(name="planted-stays", ending=Ending.STAYS))


def test_a_period_needs_a_purge() -> None:
    with pytest.raises(ValueError, match="needs both"):
        declare(record(name="planted-period", kept="notices"))


def test_two_records_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="named notices"):
        declare(record(name="notices"))


@pytest.mark.django_db
def test_a_wrong_path_is_an_error_and_no_empty_export() -> None:
    user = apps.get_model(settings.AUTH_USER_MODEL)
    wrong = record(holds=(Held(user, ("pk",), ("nickname",)),))
    with pytest.raises(FieldError):
        list(wrong.export(user(pk=0)))
