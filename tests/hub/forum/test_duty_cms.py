"""Administrators edit staffed hours and the duty rota, and it is on the record who did."""

from datetime import UTC, datetime, time

import pytest

from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.forum.models import DutyShift, StaffedHours
from tests.factories.duty import shift
from tests.factories.forum import SpaceFactory, moderator, moderator_of
from tests.factories.people import AreaFactory, UserFactory, staff_client, with_role

pytestmark = pytest.mark.django_db

HOURS, SHIFTS = "/cms/staffed_hours/", "/cms/duty_shifts/"
OFFICE = {"first_day": "0", "last_day": "4", "begins": "09:00", "ends": "17:00"}


def on_rota(person: int, **changes: str) -> dict[str, object]:
    times = {"begins": "2026-07-01 09:00", "ends": "2026-07-01 17:00"}
    return {"person": person, **times, **changes}


def audited() -> list[tuple[str, str]]:
    found = AuditRecord.objects.filter(action__regex="forum.(shift|hours)_").order_by("pk")
    return list(found.values_list("action", "subject"))


def text_of(client: object, path: str, sent: dict[str, object]) -> str:
    return client.post(path, sent).content.decode()


def test_hours_are_added_changed_and_removed_on_the_record() -> None:
    client = staff_client()
    client.post(f"{HOURS}new/", OFFICE)
    hours = StaffedHours.objects.get()
    client.post(f"{HOURS}edit/{hours.pk}/", {**OFFICE, "ends": "18:00"})
    hours.refresh_from_db()
    assert hours.ends == time(18)
    client.post(f"{HOURS}delete/{hours.pk}/")
    assert not StaffedHours.objects.exists()
    subject = f"staffed hours {hours.pk}"
    actions = ("forum.hours_saved", "forum.hours_saved", "forum.hours_removed")
    assert audited() == [(action, subject) for action in actions]


def test_shifts_are_added_changed_and_removed_on_the_record() -> None:
    client, person = staff_client(), moderator()
    client.post(f"{SHIFTS}new/", on_rota(person.pk))
    made = DutyShift.objects.get()
    later = on_rota(person.pk, ends="2026-07-01 18:00")
    client.post(f"{SHIFTS}edit/{made.pk}/", later)
    made.refresh_from_db()
    assert made.ends == datetime(2026, 7, 1, 17, tzinfo=UTC)
    client.post(f"{SHIFTS}delete/{made.pk}/")
    assert not DutyShift.objects.exists()
    subject = f"duty shift {made.pk}"
    actions = ("forum.shift_saved", "forum.shift_saved", "forum.shift_removed")
    assert audited() == [(action, subject) for action in actions]


@pytest.mark.parametrize("rows", [HOURS, SHIFTS])
def test_a_row_is_copied_by_the_form_of_a_new_one(rows: str) -> None:
    held = StaffedHours(first_day=0, last_day=4, begins=time(9), ends=time(17))
    held.save()
    pk = held.pk if rows == HOURS else shift().pk
    page = staff_client().get(f"{rows}copy/{pk}/").content.decode()
    assert f'action="{rows}new/"' in page


def test_nothing_is_changed_by_the_page_of_a_copy_off_the_record() -> None:
    held = shift()
    staff_client().post(f"{SHIFTS}copy/{held.pk}/", on_rota(held.person_id))
    assert audited() == [("forum.shift_saved", f"duty shift {held.pk}")]


def test_who_changed_the_rota_is_recorded() -> None:
    client = staff_client()
    client.post(f"{SHIFTS}new/", on_rota(moderator().pk))
    assert AuditRecord.objects.get(action="forum.shift_saved").person_id == int(
        client.session["_auth_user_id"]
    )


def test_times_are_those_of_the_clock_in_london() -> None:
    staff_client().post(f"{SHIFTS}new/", on_rota(moderator().pk))
    assert DutyShift.objects.get().begins == datetime(2026, 7, 1, 8, tzinfo=UTC)


def test_a_time_that_summer_time_skips_is_refused_beside_its_field() -> None:
    sent = on_rota(moderator().pk, begins="2026-03-29 01:30")
    page = staff_client().post(f"{SHIFTS}new/", sent)
    assert "begins" in page.context["form"].errors
    assert not DutyShift.objects.exists()


def test_a_shift_is_for_moderators_of_the_whole_hub_alone() -> None:
    left = moderator()
    left.is_active = False
    left.save()
    ended = moderator()
    ended.memberships.update(ends_on="2025-12-31")
    of_area = with_role(UserFactory(), Role.MODERATOR, area=AreaFactory())
    for person in (UserFactory(), left, ended, of_area, moderator_of(SpaceFactory())):
        page = staff_client().post(f"{SHIFTS}new/", on_rota(person.pk))
        assert page.context["form"].errors["person"] == [
            "Choose somebody who moderates the whole hub."
        ]
    assert not DutyShift.objects.exists()


def test_a_shift_of_somebody_who_moderates_no_longer_is_saved_for_somebody_else_only() -> None:
    held = shift()
    held.person.memberships.update(ends_on="2025-12-31")
    page = staff_client().post(f"{SHIFTS}edit/{held.pk}/", on_rota(held.person_id))
    assert "person" in page.context["form"].errors


@pytest.mark.parametrize("ends", ["2026-07-01 09:00", "2026-06-30 17:00"])
def test_a_shift_ends_after_it_begins(ends: str) -> None:
    said = text_of(staff_client(), f"{SHIFTS}new/", on_rota(moderator().pk, ends=ends))
    assert "It ends before it begins." in said
    assert not DutyShift.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"ends": "09:00"}, "It ends before it begins."),
        ({"first_day": "5"}, "It comes before the first day."),
    ],
)
def test_hours_end_after_they_begin(sent: dict[str, str], said: str) -> None:
    assert said in text_of(staff_client(), f"{HOURS}new/", {**OFFICE, **sent})
    assert not StaffedHours.objects.exists()


def test_hours_until_midnight_are_taken() -> None:
    staff_client().post(f"{HOURS}new/", {**OFFICE, "ends": "00:00"})
    assert StaffedHours.objects.get().ends == time(0)


def test_shifts_of_two_may_overlap() -> None:
    client = staff_client()
    for _ in range(2):
        client.post(f"{SHIFTS}new/", on_rota(moderator().pk))
    assert DutyShift.objects.count() == 2


def test_the_log_of_the_cms_names_nobody_on_the_rota() -> None:
    held = shift()
    assert held.person.name not in str(held)


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.REVIEWER, Role.TRAINER])
def test_other_staff_change_neither(role: Role) -> None:
    client = staff_client(role)
    client.post(f"{HOURS}new/", OFFICE)
    client.post(f"{SHIFTS}new/", on_rota(moderator().pk))
    assert not StaffedHours.objects.exists()
    assert not DutyShift.objects.exists()
