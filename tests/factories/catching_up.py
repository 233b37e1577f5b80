"""People who passed before the law changed."""

from courses.models import CatchUp, Question
from courses.services.catching_up import catch_up
from hub.access.enums import Role
from hub.upkeep.enums import Outcome
from hub.upkeep.models import Affected
from hub.upkeep.services import decide
from hub.users.models import User
from tests.factories import pages
from tests.factories.courses import course_asking, earn_certificate, make_question
from tests.factories.people import UserFactory, with_role
from tests.factories.upkeep import change, publish


def look_at(question: Question) -> None:
    """A trainer finds that it still holds."""
    trainer = with_role(UserFactory(), Role.TRAINER)
    rows = Affected.objects.of("question", question.pk)
    decide(rows=rows, outcome=Outcome.STILL_RIGHT, by=trainer)


def offered(person: User) -> CatchUp:
    act = publish(pages.act())
    question = make_question(cites=[act])
    earn_certificate(person, course_asking(question))
    change(act)
    look_at(question)
    return CatchUp.objects.get(person=person, question=question)


def caught_up(person: User) -> CatchUp:
    """One that was answered."""
    item = offered(person)
    right = [option["id"] for option in item.question_version.data["options"] if option["right"]]
    return catch_up(item=item, answer=right)
