"""What reviewers see of what others share."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hub.access.practice import may_review_practice
from hub.access.services import record_details_check
from hub.access.services.audit import record_once_a_day
from hub.core.missing import require
from hub.core.pagination import page_of
from hub.sharing.access import access_file, access_for_review
from hub.sharing.crumbs import REVIEWS
from hub.sharing.enums import Verdict
from hub.sharing.forms import ReviewForm
from hub.sharing.models import SharedExample
from hub.sharing.overtaken import Overtaken
from hub.sharing.services import review_example
from hub.sharing.showing import parts_of, rows_of
from hub.sharing.standing import last_review
from hub.sharing.views.files import to_keep
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    require(may_review_practice(request.reader))
    waiting = SharedExample.objects.reviewable_by(request.reader).waiting()
    page = page_of(request, waiting.select_related("author"))
    context = {"page": page, "examples": page.object_list}
    return render(request, "sharing/board.html", context)


@writer_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, example_id: int) -> HttpResponse:
    """The example with a comment box for each part. What somebody else decided meanwhile stands."""
    found = access_for_review(example_id, request.reader)
    note_opening(request, found)
    form = ReviewForm(request.POST or None, initial={"version": found.version})
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        try:
            decide(request, found, form)
        except Overtaken as meanwhile:
            messages.error(request, str(meanwhile))
            form.data = form.data.copy()
            found.refresh_from_db()
            form.data["version"] = found.version
        else:
            forget_draft(request)
            messages.success(request, _("Your decision is kept, and the author is told."))
            return redirect("sharing:board")
    return drawn(request, found, with_draft(request, form))


def decide(request: HttpRequest, example: SharedExample, form: ReviewForm) -> None:
    review_example(
        example=example,
        by=request.user,
        verdict=Verdict(form.cleaned_data["verdict"]),
        version=form.cleaned_data["version"],
        comments=form.comments,
        reason=form.cleaned_data["reason"],
    )


def drawn(request: HttpRequest, example: SharedExample, form: ReviewForm) -> HttpResponse:
    before = last_review(example)
    comments = {comment.part: comment for comment in before.comments.all()} if before else {}
    parts = parts_of(example, comments, changing=frozenset())
    context = {
        "example": example,
        "row": rows_of([example])[0],
        "parts": [(part, form.comment_box(part.part)) for part in parts],
        "before": before,
        "form": form,
        "crumbs": [REVIEWS],
        "writer": writer_mark(request),
    }
    return render(request, "sharing/review.html", context)


@writer_required
@require_safe
def file_to_review(request: HttpRequest, example_id: int, file_id: int) -> HttpResponse:
    found = access_for_review(example_id, request.reader)
    note_opening(request, found)
    return to_keep(access_file(found, file_id))


def note_opening(request: HttpRequest, example: SharedExample) -> None:
    """It is private to its author and the reviewers, so that each look is on record."""
    record_once_a_day(
        action="sharing.viewed",
        subject=f"shared example {example.pk}",
        person_id=request.reader.user_id,
    )
