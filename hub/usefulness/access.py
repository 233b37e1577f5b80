"""How the views come by what an address names. Forbidden equals missing."""

from hub.access.readers import Reader
from hub.core.missing import found, require
from hub.pages.access import access_hub_page
from hub.pages.boards import access_kept_page
from hub.pages.models import HubPage
from hub.usefulness.enums import Verdict
from hub.usefulness.models import PageAnswer
from hub.users.models import User


def access_page(reader: Reader, page_id: int) -> HubPage:
    """A page that this reader may read and that asks whether it is useful."""
    page = access_hub_page(reader, page_id)
    require(page.is_asked_about)
    return page


def access_problem(user: User, answer_id: int) -> PageAnswer:
    """A problem with a page that this person may change."""
    problems = PageAnswer.objects.filter(verdict=Verdict.PROBLEM)
    problem = found(problems.filter(pk=answer_id).first())
    problem.page = access_kept_page(user, problem.page_id)
    return problem
