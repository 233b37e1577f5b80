"""Threads, for search, "used by", notices and whatever else loops over the registry."""

from collections.abc import Collection, Iterable

from django.db.models import Prefetch, QuerySet
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hub.access.audit.words import name_actions
from hub.access.enums import Marking
from hub.access.readers import Reader
from hub.access.registry import Card, Document, Kind, Section, register
from hub.core.html import plain_text
from hub.forum.models import Post, Space, Thread
from hub.forum.resting import register as register_threads

name_actions(
    {
        "forum.appeal_granted": gettext_lazy("Forum: appeal granted"),
        "forum.appeal_refused": gettext_lazy("Forum: appeal looked at, decision kept"),
        "forum.author_unmasked": gettext_lazy("Forum: saw who wrote an anonymous post"),
        "forum.unmasked_alone": gettext_lazy("Forum: decided alone to see an anonymous writer"),
        "forum.unmasking_agreed": gettext_lazy("Forum: agreed to see an anonymous writer"),
        "forum.unmasking_asked": gettext_lazy("Forum: asked to see an anonymous writer"),
        "forum.unmasking_refused": gettext_lazy("Forum: closed a wish to see an anonymous writer"),
        "forum.unmasking_reviewed": gettext_lazy("Forum: reviewed a look that was decided alone"),
        "forum.hours_removed": gettext_lazy("Forum: staffed hours removed"),
        "forum.hours_saved": gettext_lazy("Forum: staffed hours added or changed"),
        "forum.page_grown": gettext_lazy("Forum: page drafted from a thread"),
        "forum.space_exported": gettext_lazy("Forum: space saved as a table"),
        "forum.threads_imported": gettext_lazy("Forum: threads brought in from a table"),
        "forum.post_approved": gettext_lazy("Forum: held post approved"),
        "forum.post_refused": gettext_lazy("Forum: held post not shown"),
        "forum.post_hidden": gettext_lazy("Forum: post hidden"),
        "forum.post_left": gettext_lazy("Forum: nothing found wrong with a post"),
        "forum.post_shown": gettext_lazy("Forum: hidden post shown again"),
        "forum.report_handled": gettext_lazy("Forum: report dealt with"),
        "forum.moderators_chosen": gettext_lazy("Forum: moderators of a space changed"),
        "forum.shift_removed": gettext_lazy("Forum: duty shift removed"),
        "forum.shift_saved": gettext_lazy("Forum: duty shift added or changed"),
        "forum.sanction_imposed": gettext_lazy("Forum: warned, restricted or suspended somebody"),
        "forum.sanction_lifted": gettext_lazy("Forum: lifted a restriction or suspension"),
        "forum.thread_holds": gettext_lazy("Forum: thread still holds after a change"),
        "forum.thread_locked": gettext_lazy("Forum: thread locked"),
        "forum.thread_merged": gettext_lazy("Forum: thread merged into another"),
        "forum.thread_moved": gettext_lazy("Forum: thread moved to another space"),
        "forum.thread_pinned": gettext_lazy("Forum: thread pinned"),
        "forum.thread_split": gettext_lazy("Forum: posts split off into a thread"),
        "forum.thread_unlocked": gettext_lazy("Forum: thread unlocked"),
        "forum.thread_unpinned": gettext_lazy("Forum: thread pinned no longer"),
        "feed.read": gettext_lazy("Forum: feed of a private space read"),
        "thread.viewed": gettext_lazy("Forum: thread of a private space read"),
    }
)


register_threads()


def live_threads() -> QuerySet:
    posts = Prefetch("posts", queryset=Post.objects.visible().order_by("number"))
    return Thread.objects.visible().with_authors().prefetch_related("themes", posts)


def readable_threads(reader: Reader) -> QuerySet:
    return Thread.objects.visible().readable_by(reader).with_authors()


def document(thread: Thread) -> Document:
    """A section for each visible post. No names: what is indexed must not tell who wrote it."""
    shown = [post for post in thread.posts.all() if not post.is_hidden]
    sections = tuple(_section(post, thread) for post in shown)
    return Document(
        title=thread.title,
        summary=Truncator(sections[0].text if sections else "").chars(200),
        sections=sections,
        themes=tuple(theme.slug for theme in thread.themes.all()),
        date=timezone.localdate(thread.last_post_at),
        solved=any(post.pk == thread.accepted_id for post in shown) if thread.is_question else None,
    )


def _section(post: Post, thread: Thread) -> Section:
    if post.is_question:
        heading = thread.get_kind_display()
    else:
        heading = _("Answer") if thread.is_question else _("Reply")
    if post.pk == thread.accepted_id:
        heading = _("Accepted answer")
    return Section(anchor=post.anchor, heading=heading, text=plain_text(post.html))


def card(thread: Thread) -> Card:
    return Card(
        kind="thread",
        title=thread.title,
        url=thread.get_absolute_url(),
        date=timezone.localdate(thread.last_post_at),
        meta=(
            *(() if thread.is_question else (thread.get_kind_display(),)),
            thread.space.name,
            thread.replies_said,
            _("Solved") if thread.is_solved else "",
        ),
    )


def thread_of_post(post: Post) -> Iterable[Thread]:
    return [post.thread]


def sensitive_threads(ids: Collection[int]) -> set[int]:
    marked = Thread.objects.filter(pk__in=ids, space__marking=Marking.OFFICIAL_SENSITIVE)
    return set(marked.values_list("pk", flat=True))


def threads_in_area(slug: str) -> QuerySet:
    return Thread.objects.filter(space__area__slug=slug).values("pk")


def threads_of_space(space: Space) -> Iterable[Thread]:
    return space.threads.all()


register(
    Kind(
        name="thread",
        label=gettext_lazy("Forum thread"),
        plural=gettext_lazy("Forum threads"),
        icon="messages-square",
        order=80,
        model=Thread,
        live=live_threads,
        readable=readable_threads,
        rule=lambda thread: thread.space.rule,
        address=Thread.get_absolute_url,
        document=document,
        card=card,
        list_url=reverse_lazy("forum:index"),
        sensitive=sensitive_threads,
        in_area=threads_in_area,
        parts={Post: thread_of_post, Space: threads_of_space},
    )
)
