"""People with weekly questions."""

import datetime

from courses.models import CoursePage, Refresher, RefresherItem
from courses.services.refreshing import next_item, refresh
from hub.access.readers import reader_for
from hub.users.models import User
from tests.factories.courses import course_with_quiz, earn_certificate
from tests.factories.people import UserFactory

MONDAY = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)
WEEK = datetime.timedelta(days=7)


def passed(questions: int = 7) -> tuple[User, CoursePage]:
    user, course = UserFactory(), course_with_quiz(questions=questions)
    earn_certificate(user, course)
    return user, course


def options(item: RefresherItem, *, right: bool) -> list[str]:
    some = item.question_version.data["options"]
    return [option["id"] for option in some if option["right"] is right][:1]


def answer_next(user: User, *, right: bool = True) -> RefresherItem | None:
    """Answers the next question of the week; None when there is none."""
    reader = reader_for(user)
    item = next_item(reader, Refresher.objects.get(person=user))
    if item is None:
        return None
    chosen = options(item, right=right)
    return refresh(reader=reader, question_id=item.question_id, answer=chosen)
