"""What moderators say when they split posts off a thread, or merge it into another."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.access.readers import Reader
from hub.core.html import plain_text
from hub.forum.enums import ThreadKind
from hub.forum.forms.arranging import ReasonForm, ToOtherReadersForm
from hub.forum.models import Post, Thread
from hub.forum.models.thread import author_paths
from hub.forum.services.joining import STAY

# So many replies of a thread can be chosen from, the newest.
SHOWN, WORDS = 200, 90
ADDRESS = r"^(?:.*/forum/threads/)?(\d{1,12})(?:/.*)?$"


class SplitForm(ReasonForm):
    details_place = "forum.split"

    posts = forms.TypedMultipleChoiceField(
        label=_("Which posts?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The first of them begins the new thread."),
        error_messages={"required": _("Choose one post at least.")},
    )
    title = forms.CharField(
        label=_("Title of the new thread"),
        max_length=150,
        error_messages={"required": _("Give the new thread a title.")},
    )
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[(kind.value, kind.label) for kind in (ThreadKind.DISCUSSION, ThreadKind.QUESTION)],
        initial=ThreadKind.DISCUSSION,
        widget=forms.RadioSelect,
        help_text=_("A question waits for an answer, which its writer or a moderator accepts."),
    )
    field_order = ("posts", "title", "kind", "reason")

    def __init__(self, *args: Any, thread: Thread, **options: Any) -> None:
        super().__init__(*args, **options)
        replies = thread.posts.visible().replies().select_related(*author_paths("author"))
        newest = replies.order_by("-number")[:SHOWN]
        self.fields["posts"].choices = [(post.number, beginning(post)) for post in reversed(newest)]


def beginning(post: Post) -> str:
    words = Truncator(plain_text(post.html)).chars(WORDS)
    return f"{post.number}. {post.signed.name}: {words}"


class MergeForm(ToOtherReadersForm):
    """Into a thread of a space that the moderator moderates as well."""

    details_place = "forum.merge"

    into = forms.RegexField(
        ADDRESS,
        label=_("Address of the other thread"),
        max_length=300,
        help_text=_("Copy it from your browser. Posts of this thread come behind those of that."),
        error_messages={
            "required": _("Give the address of the other thread."),
            "invalid": _("Give the address of a thread, such as /forum/threads/12/."),
        },
    )
    field_order = ("into", "wider", "reason")

    def __init__(self, *args: Any, reader: Reader, thread: Thread, **options: Any) -> None:
        super().__init__(*args, **options)
        self.reader, self.thread = reader, thread

    def clean_into(self) -> Thread:
        number = self.fields["into"].regex.search(self.cleaned_data["into"])[1]
        threads = Thread.objects.moderated_by(self.reader).visible().exclude(pk=self.thread.pk)
        found = threads.select_related("space__access_rule").filter(pk=number).first()
        if found is None:
            raise ValidationError(_now("There is no other thread there that you moderate."))
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.thread.kind in STAY:
            self.add_error(None, _now("A poll or an event stays a thread of its own."))
        into = cleaned.get("into")
        if isinstance(into, Thread):
            self.look_at("into", self.thread.space, into.space)
        return cleaned
