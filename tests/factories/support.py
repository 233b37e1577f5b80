"""Requests to the support desk, made as people make them, and the team that works on them."""

from hub.access.enums import Role
from hub.support.enums import Help
from hub.support.models import Message, SupportRequest
from hub.support.services import answer, ask_desk
from hub.users.models import User
from tests.factories.people import UserFactory, with_role


def front_line(**fields: object) -> User:
    return with_role(UserFactory(**fields), Role.FRONT_LINE)


def asked_desk(
    asker: User | None = None,
    *,
    title: str = "Which order fits here?",
    body: str = "A worker asked us which order to apply for.",
    kind: Help = Help.LEGISLATION,
    **more: object,
) -> SupportRequest:
    return ask_desk(asker=asker or UserFactory(), kind=kind, title=title, body=body, **more)


def answered(
    request: SupportRequest, by: User | None = None, body: str = "The first one.", **more: object
) -> Message:
    message = answer(request=request, author=by or front_line(), body=body, **more)
    request.refresh_from_db()
    return message
