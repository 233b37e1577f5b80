from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.access.readers import Reader
from hub.access.services import record_view
from hub.core.atom import FeedText, atom
from hub.core.missing import require
from hub.forum.access import access_space, access_thread
from hub.forum.feeds import entries_of_space, entries_of_thread, reader_with_key
from hub.forum.models import Space
from hub.users.limits import limited


@limited("feed", reading=True)
@require_safe
def space_feed(request: HttpRequest, slug: str, token: str = "") -> HttpResponse:
    """The newest questions of a space. The same for everybody who has no key, signed in or not."""
    reader = reader_with_key(token)
    space = access_space(slug, reader)
    note_feed(reader, space, f"space {space.pk}")
    about = FeedText(
        title=_("Common Ground: %(words)s") % {"words": space.name},
        path=space.get_absolute_url(),
        subtitle=space.description,
    )
    return atom(request, about, entries_of_space(space), private=bool(token))


@limited("feed", reading=True)
@require_safe
def thread_feed(request: HttpRequest, thread_id: int, token: str = "") -> HttpResponse:
    """The newest posts of a thread."""
    reader = reader_with_key(token)
    thread = access_thread(thread_id, reader)
    note_feed(reader, thread.space, f"thread {thread.pk}")
    about = FeedText(
        title=_("Common Ground: %(words)s") % {"words": thread.title},
        path=thread.get_absolute_url(),
        subtitle=thread.space.name,
    )
    return atom(request, about, entries_of_thread(thread), private=bool(token))


def note_feed(reader: Reader, space: Space, subject: str) -> None:
    """Raises Http404 for what is sensitive. Who reads a closed space is recorded, once a day."""
    require(not space.is_sensitive)
    record_view(reader=reader, rule=space.rule, action="feed.read", subject=subject)
