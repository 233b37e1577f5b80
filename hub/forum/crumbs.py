"""The way back from each page of the forum."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from hub.forum.models import Space, Thread

Crumb = tuple[object, object]

FORUM: Crumb = (_("Forum"), reverse_lazy("forum:index"))
QUEUE: Crumb = (_("Moderation queue"), reverse_lazy("forum:reports"))
UNMASKINGS: Crumb = (_("Anonymous writers"), reverse_lazy("forum:unmaskings"))


def to_space(space: Space) -> list[Crumb]:
    return [FORUM, (space.name, space.get_absolute_url())]


def to_thread(thread: Thread) -> list[Crumb]:
    return [*to_space(thread.space), (thread.title, thread.get_absolute_url())]
