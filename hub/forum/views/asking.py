from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Page

from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.access.services import record_details_check
from hub.core.numbers import row_id
from hub.forum.crumbs import FORUM
from hub.forum.enums import ThreadKind
from hub.forum.forms import AskForm
from hub.forum.hours import reading_hours
from hub.forum.markdown import render_markdown
from hub.forum.models import Space
from hub.forum.models.moderators import may_announce
from hub.forum.sanctions import may_write, refuse_anonymous
from hub.forum.services import ask_question
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@may_write
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """A question is written, looked at first where the writer wants to, and posted."""
    if request.method != "POST":
        form = AskForm(reader=request.reader, initial=suggested(request))
        return show(request, with_draft(request, form))
    form = AskForm(request.POST, request.FILES, reader=request.reader)
    refuse_anonymous(form, request.user.pk)
    record_details_check(outcome=form.details_outcome)
    if "preview" in request.POST:
        form.forgive_missing("title", "space")
        return show(request, form)
    if not form.is_valid():
        return show(request, form)
    thread = ask_question(author=request.user, **form.cleaned_data)
    forget_draft(request)
    if thread.hidden_at:
        messages.info(request, _("A moderator looks at your question before others see it."))
    else:
        messages.success(request, _("Your question is up. We'll tell you when somebody answers."))
    return redirect(thread)


@writer_required
@limited("suggest")
@require_POST
def propose_themes(request: HttpRequest) -> HttpResponse:
    """Themes that fit what stands in the form, for its script. Sent, so that no log keeps it."""
    form = AskForm(request.POST, reader=request.reader)
    return render(request, "forum/partials/fitting.html", {"field": form["fitting"]})


def show(request: HttpRequest, form: AskForm, kind: str = ThreadKind.QUESTION) -> HttpResponse:
    context = {
        "kind": kind,
        "start_title": ThreadKind(kind).label,
        "other_kinds": other_kinds(kind, request.reader),
        "form": form,
        "crumbs": [FORUM],
        "audiences": audiences(form.fields["space"].queryset),
        "ruled": [space for space in form.fields["space"].queryset if space.own_rules],
        "writer": writer_mark(request),
        "reading_hours": reading_hours(),
    }
    if "preview" in request.POST and "body" in getattr(form, "cleaned_data", {}):
        context |= {
            "preview": render_markdown(form.cleaned_data["body"]),
            "preview_title": form.cleaned_data.get("title", ""),
        }
    template = "ask" if kind == ThreadKind.QUESTION else "start"
    return render(request, f"forum/{template}.html", context)


def other_kinds(kind: str, reader: Reader) -> list[tuple[str, str]]:
    """Addresses and words of what else could be begun."""
    kinds = [other for other in ThreadKind if other != kind]
    if not Space.objects.readable_by(reader).filter(may_announce(reader)).exists():
        kinds.remove(ThreadKind.ANNOUNCEMENT)
    return [(address_of(other), str(other.label)) for other in kinds]


def address_of(kind: ThreadKind) -> str:
    if kind == ThreadKind.QUESTION:
        return reverse("forum:ask")
    return reverse("forum:start", args=[kind.value])


def audiences(spaces: Iterable[Space]) -> list[tuple[str, str]]:
    """Spaces, by name, and who can see them. The largest group comes last, as all the others."""
    grouped: dict[str, list[str]] = {}
    for space in spaces:
        grouped.setdefault(space.audience, []).append(space.name)
    groups = sorted(grouped.items(), key=lambda group: len(group[1]))
    facts = [(", ".join(names), audience) for audience, names in groups]
    if len(groups) > 1 and len(groups[-1][1]) > 1:
        facts[-1] = (_("Every other space"), facts[-1][1])
    return facts


def suggested(request: HttpRequest) -> dict[str, object]:
    """What a link to the form fills in: a title, a space by its slug, and the page it is about."""
    filled: dict[str, object] = {"title": request.GET.get("title", "")[:150]}
    spaces = Space.objects.readable_by(request.reader)
    space = spaces.select_related("theme").filter(slug=request.GET.get("space", "")).first()
    filled["space"] = space
    if space and space.theme:
        filled["themes"] = [space.theme]
    page = page_named(request.GET.get("about", ""), request.reader)
    if page:
        filled["about"] = page.get_url(request)
    return filled


def page_named(number: str, reader: Reader) -> Page | None:
    """The page of that id that this reader may see; None for anything else."""
    return readable_pages(Page.objects.filter(pk=row_id(number)), reader).first()
