from datetime import timedelta

import pytest
from django.utils import timezone

from hub.access.enums import Marking, Role
from hub.core.working_days import working_days_since
from hub.forum.models import Space, Step, Thread
from hub.forum.services import accept_answer, hide_post
from hub.forum.services.waiting import look_after_questions, offer_question
from hub.notices.models import Notice
from hub.notices.services import subscribe
from hub.taxonomy.models import Area, Theme
from hub.users.models import User
from tests.factories.directory import listed_person
from tests.factories.forum import (
    SpaceFactory,
    ThemeFactory,
    first_post,
    moderator,
    question,
    reply,
    space_of_area,
)
from tests.factories.people import AreaFactory, OrganisationFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db


def knowing(*themes: Theme) -> User:
    person = listed_person()
    person.listing.themes.set(themes)
    return person


def told() -> set[int]:
    return set(Notice.objects.values_list("person_id", flat=True))


def asked_days_ago(days: int, **fields: object) -> Thread:
    """Asked so many working days ago."""
    moment, now = timezone.now(), timezone.now()
    while working_days_since(moment, now) < days:
        moment -= timedelta(days=1)
    return question(at=moment, **fields)


def lead(area: Area | None = None) -> User:
    return with_role(UserFactory(), Role.LEAD, area=area)


def front_line() -> User:
    return with_role(UserFactory(), Role.FRONT_LINE)


def of_area(area: Area) -> User:
    person = UserFactory()
    person.profile.area = area
    person.profile.save()
    return person


class TestOffering:
    def test_people_who_know_a_theme_are_told_once(self) -> None:
        theme = ThemeFactory()
        person, _other = knowing(theme), knowing(ThemeFactory())
        thread = question(themes=[theme])
        assert told() == {person.pk}
        assert offer_question(thread=thread) == []
        assert Notice.objects.count() == 1

    def test_a_follower_who_knows_the_theme_hears_of_it_once(self) -> None:
        theme, space = ThemeFactory(), SpaceFactory()
        person = knowing(theme)
        subscribe(person=person, kind="space", object_id=space.pk)
        question(themes=[theme], space=space)
        assert Notice.objects.get().person == person

    def test_a_question_without_a_theme_is_offered_to_nobody(self) -> None:
        knowing(ThemeFactory())
        question()
        assert told() == set()

    def test_nobody_is_offered_their_own(self) -> None:
        theme = ThemeFactory()
        person = knowing(theme)
        question(themes=[theme], author=person)
        question(themes=[theme], author=person, anonymous=True)
        assert told() == set()

    def test_who_may_not_read_it_is_told_nothing(self) -> None:
        theme = ThemeFactory()
        knowing(theme)
        question(themes=[theme], space=space_of_area(AreaFactory()))
        assert told() == set()

    def test_ten_at_most_are_told_the_nearest_first(self) -> None:
        theme, area = ThemeFactory(), AreaFactory()
        for _ in range(12):
            knowing(theme)
        near = knowing(theme)
        near.profile.area = area
        near.profile.save()
        question(themes=[theme], author=of_area(area))
        assert len(told()) == 10
        assert near.pk in told()

    def test_of_an_anonymous_question_nothing_of_the_asker_counts(self) -> None:
        """Whoever is told could else guess that a neighbour asked."""
        theme, area = ThemeFactory(), AreaFactory()
        for _ in range(12):
            knowing(theme)
        near = knowing(theme)
        near.profile.area = area
        near.profile.save()
        question(themes=[theme], author=of_area(area), anonymous=True)
        assert near.pk not in told()

    def test_what_is_imported_is_offered_to_nobody(self) -> None:
        theme = ThemeFactory()
        knowing(theme)
        question(themes=[theme], at=timezone.now())
        assert told() == set()


class TestPassingOn:
    @pytest.mark.parametrize(("days", "who"), [(1, ""), (2, "lead"), (4, "lead"), (5, "team")])
    def test_the_lead_hears_after_two_working_days_and_the_team_after_five(
        self, days: int, who: str
    ) -> None:
        area = AreaFactory()
        people = {"lead": lead(area), "team": front_line()}
        asked_days_ago(days, author=of_area(area))
        look_after_questions()
        look_after_questions()
        assert list(Notice.objects.values_list("person_id", flat=True)) == pks(people, who)

    def test_the_team_hears_though_the_lead_heard_before(self) -> None:
        area = AreaFactory()
        people = {"lead": lead(area), "team": front_line()}
        thread = asked_days_ago(2, author=of_area(area))
        look_after_questions()
        Thread.objects.filter(pk=thread.pk).update(created_at=asked_days_ago(5).created_at)
        look_after_questions()
        assert {people["lead"].pk, people["team"].pk} <= told()

    def test_without_a_lead_of_the_area_one_above_hears_then_one_of_the_hub(self) -> None:
        county = AreaFactory()
        asker = of_area(AreaFactory(parent=county))
        of_hub = lead()
        asked_days_ago(2, author=asker)
        look_after_questions()
        assert told() == {of_hub.pk}
        above = lead(county)
        asked_days_ago(2, author=asker, title="Another?")
        look_after_questions()
        assert told() == {of_hub.pk, above.pk}

    def test_a_lead_of_an_organisation_leads_in_its_area(self) -> None:
        area = AreaFactory()
        at_school = OrganisationFactory(area=area)
        person = with_role(UserFactory(), Role.LEAD, organisation=at_school)
        asked_days_ago(2, author=of_area(area))
        look_after_questions()
        assert told() == {person.pk}

    def test_without_any_lead_the_team_hears_at_once(self) -> None:
        team = front_line()
        asked_days_ago(2)
        look_after_questions()
        assert told() == {team.pk}

    def test_an_anonymous_question_goes_to_no_lead_of_an_area(self) -> None:
        area = AreaFactory()
        lead(area)
        of_hub = lead()
        asked_days_ago(2, author=of_area(area), anonymous=True)
        look_after_questions()
        assert told() == {of_hub.pk}

    def test_a_lead_who_may_not_read_it_is_passed_over(self) -> None:
        area = AreaFactory()
        lead(area)
        team = front_line()
        asked_days_ago(2, author=of_area(area), space=space_for(team))
        look_after_questions()
        assert told() == {team.pk}

    @pytest.mark.parametrize("what", ["answered", "hidden", "old"])
    def test_nothing_else_is_passed_on(self, what: str) -> None:
        front_line()
        thread = asked_days_ago(60 if what == "old" else 5)
        if what == "answered":
            reply(thread)
        if what == "hidden":
            hide_post(post=first_post(thread), by=moderator(), reason="Names a child.")
        Notice.objects.all().delete()
        look_after_questions()
        assert told() == set()

    def test_a_marked_title_is_in_no_mail(self, mailoutbox) -> None:
        team = with_role(front_line(), Role.PRACTITIONER)
        space = SpaceFactory(marking=Marking.OFFICIAL_SENSITIVE)
        asked_days_ago(5, space=space, title="Closed matter?")
        look_after_questions()
        assert told() == {team.pk}
        assert not [mail for mail in mailoutbox if "Closed matter" in mail.subject + mail.body]


def space_for(person: User) -> Space:
    area = AreaFactory()
    with_role(person, Role.MEMBER, area=area)
    return space_of_area(area)


def pks(people: dict[str, User], names: str) -> list[int]:
    return [people[name].pk for name in [names] if name in people]


class TestAskingWhetherItIsSolved:
    @pytest.mark.parametrize(("days", "asked"), [(4, False), (5, True)])
    def test_who_asked_is_asked_once(self, days: int, asked: bool) -> None:
        thread = asked_days_ago(days)
        reply(thread, at=thread.created_at)
        Notice.objects.all().delete()
        look_after_questions()
        look_after_questions()
        assert told() == ({thread.author_id} if asked else set())
        assert Notice.objects.count() == int(asked)

    def test_an_anonymous_asker_too(self) -> None:
        person = UserFactory()
        thread = asked_days_ago(5, author=person, anonymous=True)
        reply(thread, at=thread.created_at)
        Notice.objects.all().delete()
        look_after_questions()
        assert told() == {person.pk}

    def test_not_about_what_is_solved(self) -> None:
        thread = asked_days_ago(6)
        accept_answer(post=reply(thread, at=thread.created_at), by=thread.author)
        Notice.objects.all().delete()
        look_after_questions()
        assert told() == set()


def test_each_step_stands_once() -> None:
    front_line()
    asked_days_ago(5)
    for _ in range(3):
        look_after_questions()
    assert [step.step for step in Step.objects.all()] == ["front_line"]
