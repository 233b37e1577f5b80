from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.access.markings import show_marking
from hub.access.readers import Reader
from hub.core.pagination import page_of
from hub.forum.access import access_space
from hub.forum.crumbs import FORUM
from hub.forum.feeds import feed_link
from hub.forum.forms import ThreadFilterForm
from hub.forum.models import HouseRules, Space, Thread
from hub.forum.models.moderators import keeps, moderates_somewhere
from hub.forum.models.thread import ThreadQuerySet
from hub.forum.permissions import is_moderator
from hub.forum.services import unread_counts
from hub.notices.following import standing
from hub.pages.filters import ActiveFilter


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    threads = Thread.objects.visible().readable_by(request.reader).latest_first()
    spaces = Space.objects.readable_by(request.reader)
    context = {
        "title": _("Ask and answer"),
        "spaces": spaces.with_activity(),
        **filtered(request, threads, ThreadFilterForm(request.GET, spaces=spaces)),
    }
    return render(request, "forum/index.html", context)


@require_safe
def space(request: HttpRequest, slug: str) -> HttpResponse:
    found = access_space(slug, request.reader)
    show_marking(request, found.rule)
    threads = Thread.objects.visible().filter(space=found)
    context = {
        "title": found.name,
        "space": found,
        "crumbs": [FORUM],
        "standing": standing("space", found.pk, request.reader),
        "feed": feed_link(request, found),
        "keeps": keeps(request.reader, found),
        **filtered(request, threads.pinned_first(), ThreadFilterForm(request.GET)),
    }
    return render(request, "forum/space.html", context)


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    context = {"rules": HouseRules.objects.first(), "crumbs": [FORUM]}
    return render(request, "forum/rules.html", context)


def filtered(
    request: HttpRequest, threads: ThreadQuerySet, form: ThreadFilterForm
) -> dict[str, object]:
    """The page of threads that the address asks for, and the filters that made it."""
    chosen = form.chosen()
    found = threads.in_state(chosen["state"]).on_theme(chosen["theme"])
    found = found.of_kind(chosen["kind"]).in_spaces_about(chosen["area"], chosen["agency"])
    page = with_unread(page_of(request, found.with_authors()), request.reader)
    return {
        "form": form,
        "page": page,
        "active": active_filters(request, form),
        "is_narrowed": any(chosen.values()),
        "moderates": moderates_somewhere(request.reader),
        "may_unmask": is_moderator(request.reader),
    }


def with_unread(page: Page, reader: Reader) -> Page:
    """Each thread says how many of its posts are new to a reader who opened it before."""
    if reader.is_signed_in:
        counts = unread_counts([thread.pk for thread in page], reader.user_id)
        for thread in page:
            thread.unread = counts.get(thread.pk, 0)
    return page


def active_filters(request: HttpRequest, form: ThreadFilterForm) -> list[ActiveFilter]:
    """Each filter in use with the address that takes it away."""
    active = []
    for name, label in form.labels().items():
        query = request.GET.copy()
        query.pop(name, None)
        query.pop("page", None)
        active.append(ActiveFilter(label, f"{request.path}?{query.urlencode()}"))
    return active
