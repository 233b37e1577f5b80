"""The powers finder. All state is in the address: Back works, and a shared computer keeps none."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.access.tokens import PRACTITIONER
from hub.legislation.models import LegislationIndexPage
from hub.legislation.powers.answers import READ, YES, Answers
from hub.legislation.powers.enums import Intrusion
from hub.legislation.powers.finding import Finding, chosen_among, find, protecting
from hub.legislation.powers.forms import QuestionForm
from hub.legislation.powers.questions import Question, questions
from hub.legislation.powers.safety import FIRST_STEPS, routes_of
from hub.pages.crumbs import crumbs_of

CHOSEN = "choose"
FEWEST, MOST = 2, 4
# First steps that stand above the results again.
REPEATED = 3
# Where the list to choose from begins.
ANCHOR = "what-fits"


@require_safe
def powers(request: HttpRequest) -> HttpResponse:
    """Asks what isn't answered yet, and then shows what fits."""
    answers = Answers.from_query(request.GET, questions())
    if answers.must_read_first:
        return safety_first(request, answers)
    question = answers.open_question
    if question:
        return ask(request, answers, question)
    return results(request, answers)


@require_safe
def side_by_side(request: HttpRequest) -> HttpResponse:
    """Two to four results beside each other. What didn't come out as a result can't be chosen."""
    answers = Answers.from_query(request.GET, questions())
    if answers.must_read_first or answers.open_question:
        return redirect(f"{reverse('powers')}{answers.query()}")
    finding = find(answers, request.reader, timezone.localdate())
    chosen = chosen_among(finding.results, request.GET.getlist(CHOSEN))
    if not FEWEST <= len(chosen) <= MOST:
        wrong = [(_("Choose two to four to see side by side."), ANCHOR)]
        ticked = {result.page.pk for result in chosen}
        return results(request, answers, finding, ticked=ticked, errors=wrong)
    context = {
        "chosen": chosen,
        "answers": answers,
        "today": timezone.localdate(),
        "back_url": f"{reverse('powers')}{answers.query()}",
        "crumbs": [*way_here(request.reader), (_("Powers finder"), reverse("powers"))],
    }
    return render(request, "legislation/powers_side_by_side.html", context)


def ask(request: HttpRequest, answers: Answers, question: Question) -> HttpResponse:
    before = answers.before(question)
    context = {
        "form": QuestionForm(question, answers, request.GET),
        "number": list(answers.questions).index(question.name) + 1,
        "total": len(answers.questions),
        "back_url": None if before is None else f"{reverse('powers')}{before}",
        "crumbs": way_here(request.reader),
    }
    return render(request, "legislation/powers_question.html", context)


def safety_first(request: HttpRequest, answers: Answers) -> HttpResponse:
    duties = protecting(request.reader, timezone.localdate())
    context = {
        "steps": FIRST_STEPS,
        "duties": [page.card() for page in duties],
        "routes": routes_of(duties, request.reader),
        "others": answers.given | {READ: YES},
        "back_url": f"{reverse('powers')}{answers.query('exploited')}",
        "crumbs": way_here(request.reader),
    }
    return render(request, "legislation/powers_first.html", context)


def results(
    request: HttpRequest,
    answers: Answers,
    finding: Finding | None = None,
    **beside: Any,
) -> HttpResponse:
    today = timezone.localdate()
    found = finding or find(answers, request.reader, today)
    duties = [r.page for r in found.results if r.intrusion == Intrusion.SAFEGUARDING]
    context = {
        "answers": answers,
        "finding": found,
        "safeguarding": Intrusion.SAFEGUARDING,
        "steps": FIRST_STEPS[:REPEATED] if answers.exploited.comes_first else (),
        "read_again_url": f"{reverse('powers')}{answers.query(READ)}",
        "routes": routes_of(duties, request.reader),
        "sees_tactics": PRACTITIONER in request.reader.tokens,
        "today": today,
        "crumbs": way_here(request.reader),
    }
    return render(request, "legislation/powers_results.html", context | beside)


def way_here(reader: Reader) -> list[tuple[str, str]]:
    """The way to the list of law, for those who may see it."""
    index = readable_pages(LegislationIndexPage.objects.all(), reader).first()
    return [*crumbs_of(index), (index.title, index.get_url())] if index else []
