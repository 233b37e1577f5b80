from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hub.access.markings import show_marking
from hub.access.readers import Reader
from hub.access.services import record_view
from hub.core.pagination import page_of
from hub.forum.access import access_merged, access_post_place, access_thread_page
from hub.forum.authorship import own_held
from hub.forum.crumbs import to_space
from hub.forum.enums import ThreadKind
from hub.forum.feeds import feed_link
from hub.forum.forms import first_reply
from hub.forum.hours import reading_hours
from hub.forum.models import Event, Post, Thread
from hub.forum.models.moderators import moderates
from hub.forum.models.post import PostQuerySet
from hub.forum.polls import shown_poll
from hub.forum.sanctions import suspension_of
from hub.forum.services import note_read
from hub.forum.showing import grown_cards, may_grow, shown_posts
from hub.notices.following import standing
from hub.notices.services import mark_seen
from hub.pages.banners import rests_on_change_banner
from hub.pages.citations import cited_cards
from hub.users.drafts import writer_mark

POSTS_A_PAGE = 25


@require_safe
def thread(request: HttpRequest, thread_id: int, slug: str = "") -> HttpResponse:
    try:
        found = access_thread_page(thread_id, request.reader)
    except Http404:
        return redirect(access_merged(thread_id, request.reader))
    if slug != found.slug:
        query = request.META["QUERY_STRING"]
        return redirect(found.get_absolute_url() + (f"?{query}" if query else ""))
    note_reading(request, found)
    context = thread_context(request, found)
    if request.method == "GET":
        note_seen(request, found, context["page"].object_list)
    return render(request, "forum/thread.html", context)


def note_reading(request: HttpRequest, found: Thread) -> None:
    """Call it wherever posts are shown. One or two queries, in private spaces only."""
    rule, subject = found.space.rule, f"thread {found.pk}"
    record_view(reader=request.reader, rule=rule, action="thread.viewed", subject=subject)
    show_marking(request, rule)


def note_seen(request: HttpRequest, found: Thread, posts: Iterable[Post]) -> None:
    """Nobody is told by mail of what they have read here. One query, for people signed in."""
    if request.reader.is_signed_in:
        mark_seen(
            person_id=request.reader.user_id,
            kind="thread",
            object_id=found.pk,
            urls=[post.get_absolute_url() for post in posts],
        )


def thread_context(request: HttpRequest, found: Thread) -> dict[str, Any]:
    """Everything the page shows. The number of queries doesn't grow with the posts."""
    reader = request.reader
    posts = shown_to(reader, found).with_authors().order_by("number")
    page = page_of(request, posts, POSTS_A_PAGE)
    rows = shown_posts(found, page.object_list, reader)
    accepted = shown_posts(found, [found.accepted] if found.accepted else [], reader)
    read_up_to = note_how_far(request, found, page)
    grown = grown_cards(found, reader)
    may_reply = not found.is_locked or moderates(reader, found.space)
    context = {
        "thread": found,
        "grown": grown,
        "may_grow": may_grow(reader, found),
        "came_from": came_from(found, reader),
        "merged": found.merged.order_by("pk"),
        "first_new": first_new(posts, page, read_up_to),
        "changed_below": changed_below(found),
        "themes": [theme.name for theme in found.themes.all()],
        "crumbs": to_space(found.space),
        "page": page,
        "question": next((row for row in rows if row.post.is_question), None),
        "accepted": next(iter(accepted), None),
        "rows": [row for row in rows if not (row.post.is_question or row.is_accepted)],
        "other_answers": found.reply_count - len(accepted),
        "about": [c for c in cited_cards("thread", found.pk, reader) if c not in grown],
        "moderates": moderates(reader, found.space),
        "may_reply": may_reply,
        "suspension": suspension_of(reader) if may_reply and not found.hidden_at else None,
        "poll": shown_poll(found, reader) if found.kind == ThreadKind.POLL else None,
        "event": event_of(found) if found.kind == ThreadKind.EVENT else None,
        "feed": feed_link(request, found.space, found),
    }
    if reader.is_signed_in:
        context |= {
            "standing": standing("thread", found.pk, reader),
            "form": first_reply(found, reader),
            "reading_hours": reading_hours() if context["may_reply"] else "",
            "writer": writer_mark(request),
        }
    return context


def changed_below(found: Thread) -> str:
    since = found.changed_below_on
    return rests_on_change_banner(since).title if since else ""


def came_from(found: Thread, reader: Reader) -> Thread | None:
    """The thread that it was split off from. A query, and for the rules, where there is one."""
    if found.split_from_id is None:
        return None
    return Thread.objects.open_to(reader).filter(pk=found.split_from_id).first()


def event_of(found: Thread) -> Event | None:
    return Event.objects.filter(thread=found).first()


def shown_to(reader: Reader, found: Thread) -> PostQuerySet:
    """What is in sight, one's own that waits for a moderator, and for moderators everything."""
    if moderates(reader, found.space):
        return found.posts.all()
    if not reader.is_signed_in:
        return found.posts.visible()
    return found.posts.filter(Q(hidden_at=None) | own_held(reader.user_id))


def note_how_far(request: HttpRequest, found: Thread, page: Page) -> int:
    """Where the reader had come to before; 0 for strangers and first visits."""
    numbers = [post.number for post in page.object_list]
    if request.method != "GET" or not request.reader.is_signed_in or not numbers:
        return 0
    return note_read(thread_id=found.pk, person_id=request.reader.user_id, number=max(numbers))


def first_new(posts: QuerySet[Post], page: Page, read_up_to: int) -> str:
    """Where the first post is that is new to somebody who came before, on this page or a later one.

    One query, for them alone.
    """
    new = posts.filter(number__gt=read_up_to).first() if read_up_to else None
    if new is None:
        return ""
    return f"#{new.anchor}" if new in page.object_list else new.get_absolute_url()


@require_safe
def post(request: HttpRequest, post_id: int) -> HttpResponse:
    """The permanent link of a post: to its place in the page of its thread that shows it."""
    return redirect(place_of(access_post_place(post_id, request.reader)))


def place_of(post: Post) -> str:
    """The address of a post in its thread. One query."""
    before = post.thread.posts.visible().filter(number__lt=post.number).count()
    page = before // POSTS_A_PAGE + 1
    query = f"?page={page}" if page > 1 else ""
    return f"{post.thread.get_absolute_url()}{query}#{post.anchor}"
