from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from hub.access.models import AuditRecord
from hub.core.working_days import working_day_after
from hub.forum.models import Post, Unmasking
from hub.forum.services import (
    NotDecided,
    agree_to_unmask,
    ask_to_unmask,
    refuse_to_unmask,
    review_unmasking,
    see_author,
    unmask_alone,
)
from hub.notices.models import Notice
from hub.users.models import User
from tests.factories.forum import first_post, moderator, question
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
WHY = "It describes a child who is in danger."


@pytest.fixture
def writer() -> User:
    return UserFactory(name="Wren Writer")


@pytest.fixture
def post(writer: User) -> Post:
    return first_post(question(author=writer, anonymous=True))


def audited() -> list[str]:
    return list(AuditRecord.objects.order_by("pk").values_list("action", flat=True))


def test_two_moderators_see_the_name_and_each_look_is_recorded(post: Post, writer: User) -> None:
    first, second = moderator(), moderator()
    wish = ask_to_unmask(post=post, by=first, reason=WHY)
    agree_to_unmask(wish=wish, by=second)
    assert see_author(decision=wish, by=first) == writer
    assert see_author(decision=wish, by=second) == writer
    assert audited() == [
        "forum.unmasking_asked",
        "forum.unmasking_agreed",
        "forum.author_unmasked",
        "forum.author_unmasked",
    ]
    assert AuditRecord.objects.filter(action="forum.author_unmasked", reason=WHY).count() == 2


def test_one_moderator_sees_no_name(post: Post) -> None:
    first = moderator()
    wish = ask_to_unmask(post=post, by=first, reason=WHY)
    with pytest.raises(NotDecided):
        see_author(decision=wish, by=first)


def test_a_third_moderator_sees_no_name(post: Post) -> None:
    wish = ask_to_unmask(post=post, by=moderator(), reason=WHY)
    agree_to_unmask(wish=wish, by=moderator())
    with pytest.raises(NotDecided):
        see_author(decision=wish, by=moderator())


def test_nobody_agrees_with_themselves(post: Post) -> None:
    first = moderator()
    wish = ask_to_unmask(post=post, by=first, reason=WHY)
    with pytest.raises(ValueError, match="themselves"):
        agree_to_unmask(wish=wish, by=first)
    with pytest.raises(IntegrityError), transaction.atomic():
        Unmasking.objects.filter(pk=wish.pk).update(seconded_by=first)


def test_a_second_wish_for_a_post_is_the_first(post: Post) -> None:
    wish = ask_to_unmask(post=post, by=moderator(), reason=WHY)
    assert ask_to_unmask(post=post, by=moderator(), reason="Another reason.") == wish


def test_a_closed_wish_cannot_be_agreed_with(post: Post) -> None:
    first = moderator()
    wish = refuse_to_unmask(wish=ask_to_unmask(post=post, by=first, reason=WHY), by=moderator())
    with pytest.raises(ValueError, match="closed"):
        agree_to_unmask(wish=wish, by=moderator())
    with pytest.raises(NotDecided):
        see_author(decision=wish, by=first)


def test_the_other_moderators_are_told_nothing_of_the_post(post: Post) -> None:
    first, second = moderator(), moderator()
    ask_to_unmask(post=post, by=first, reason=WHY)
    (notice,) = Notice.objects.all()
    assert notice.person == second
    assert notice.url == "/forum/anonymous/"
    assert post.thread.title not in notice.text


def test_the_lead_looks_alone_and_a_review_is_due(post: Post, writer: User) -> None:
    lead, other = moderator(), moderator()
    decision = unmask_alone(post=post, by=lead, reason=WHY)
    assert see_author(decision=decision, by=lead) == writer
    assert decision.review_due == working_day_after(timezone.localdate())
    assert Notice.objects.get().person == other
    reviewed = review_unmasking(decision=decision, by=other, was_right=True, note="A child.")
    assert not reviewed.waits_for_review
    assert audited()[-1] == "forum.unmasking_reviewed"


def test_a_review_shows_the_reviewer_no_name(post: Post) -> None:
    other = moderator()
    decision = unmask_alone(post=post, by=moderator(), reason=WHY)
    review_unmasking(decision=decision, by=other, was_right=False, note="Nobody in danger.")
    with pytest.raises(NotDecided):
        see_author(decision=decision, by=other)


def test_nobody_reviews_their_own_look_nor_twice(post: Post) -> None:
    lead, other = moderator(), moderator()
    decision = unmask_alone(post=post, by=lead, reason=WHY)
    with pytest.raises(ValueError, match="somebody else"):
        review_unmasking(decision=decision, by=lead, was_right=True, note="Fine.")
    review_unmasking(decision=decision, by=other, was_right=True, note="Fine.")
    with pytest.raises(ValueError, match="once"):
        review_unmasking(decision=decision, by=other, was_right=True, note="Again.")


def test_a_review_that_is_late_says_so(post: Post) -> None:
    decision = unmask_alone(post=post, by=moderator(), reason=WHY)
    assert not decision.is_overdue
    decision.review_due = date(2026, 1, 2)
    assert decision.is_overdue
