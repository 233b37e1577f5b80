from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from hub.access.readers import Reader
from hub.forum.enums import ThreadKind, ThreadState
from hub.forum.models.moderators import moderated
from hub.forum.models.signature import Signature, signature_of
from hub.forum.models.space import Space, open_to
from hub.taxonomy.models import AgencyType, Area, Theme


class ThreadQuerySet(models.QuerySet):
    def visible(self) -> Self:
        return self.filter(hidden_at=None)

    def readable_by(self, reader: Reader) -> Self:
        """Threads in spaces that this reader may see, hidden ones too. One query for the rules.

        One that was merged into another is none any more, for moderators as well.
        """
        return self.filter(open_to(reader, "space__"), merged_into=None)

    def open_to(self, reader: Reader) -> Self:
        """What this reader may open: a hidden thread only as a moderator of its space."""
        readable = self.readable_by(reader)
        return readable.filter(Q(hidden_at=None) | moderated(reader))

    def moderated_by(self, reader: Reader) -> Self:
        """Threads of the spaces that this reader reads and moderates."""
        return self.readable_by(reader).filter(moderated(reader))

    def questions(self) -> Self:
        return self.filter(kind=ThreadKind.QUESTION)

    def of_kind(self, kind: str | None) -> Self:
        return self.filter(kind=kind) if kind else self

    def solved(self) -> Self:
        return self.questions().exclude(accepted=None)

    def unsolved(self) -> Self:
        return self.questions().filter(accepted=None)

    def unanswered(self) -> Self:
        return self.questions().filter(reply_count=0)

    def waiting(self) -> Self:
        """Questions in sight that nobody has answered, with what telling of them needs."""
        found = self.visible().unanswered().order_by("created_at", "pk")
        return found.select_related("space__access_rule", "author__profile")

    def in_state(self, state: str) -> Self:
        """Narrows to a ThreadState; any other text narrows nothing."""
        if state == ThreadState.SOLVED:
            return self.solved()
        if state == ThreadState.UNSOLVED:
            return self.unsolved()
        return self.unanswered() if state == ThreadState.UNANSWERED else self

    def on_theme(self, theme: Theme | None) -> Self:
        return self.filter(themes=theme) if theme else self

    def in_spaces_about(self, area: Area | None, agency_type: AgencyType | None) -> Self:
        found = self.filter(space__area=area) if area else self
        return found.filter(space__agency_type=agency_type) if agency_type else found

    def with_authors(self) -> Self:
        """Everything a row of a list shows, in the same query."""
        return self.select_related("space__access_rule", *author_paths("author"))

    def pinned_first(self) -> Self:
        return self.order_by(
            F("pinned_at").desc(nulls_last=True), F("last_post_at").desc(), F("pk").desc()
        )

    def latest_first(self) -> Self:
        return self.order_by(F("last_post_at").desc(), F("pk").desc())


def author_paths(field: str) -> tuple[str, str]:
    """The joins that a person's public label needs."""
    return f"{field}__profile__agency_type", f"{field}__profile__area"


class Thread(models.Model):
    """A question or another beginning, and what was answered. It begins with post number 1.

    No author: the question is anonymous, or came in by a file. `reply_count` and `last_post_at`
    count visible posts only and are kept by the services. `about` holds the translation keys of the
    pages that the asker named. A locked one takes replies of moderators alone.
    """

    space = models.ForeignKey(Space, on_delete=models.PROTECT, related_name="threads")
    kind = models.CharField(
        _("kind"), max_length=12, choices=ThreadKind, default=ThreadKind.QUESTION
    )
    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(_("slug"), max_length=80)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="threads",
    )
    is_imported = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    last_post_at = models.DateTimeField(default=timezone.now)
    reply_count = models.PositiveIntegerField(default=0)
    accepted = models.ForeignKey(
        "forum.Post", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    hidden_at = models.DateTimeField(null=True, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)
    lock_reason = models.CharField(max_length=200, blank=True)
    pinned_at = models.DateTimeField(null=True, blank=True)
    # Since when something that its posts rest on has changed, and nobody has looked at it.
    changed_below_on = models.DateField(null=True, blank=True)
    split_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="split_off"
    )
    # Its posts stand there, and its address leads there.
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )
    themes = models.ManyToManyField(Theme, verbose_name=_("themes"), blank=True)
    about = models.JSONField(default=list, blank=True)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        ordering = ("-last_post_at", "-pk")
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        indexes = [
            models.Index(fields=("-last_post_at", "-id"), name="thread_latest"),
            models.Index(fields=("space", "-last_post_at"), name="thread_latest_in_space"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("forum:thread", args=[self.pk, self.slug])

    @property
    def signed(self) -> Signature:
        """Who asked, as members may know it."""
        return signature_of(self.author, is_imported=self.is_imported)

    @property
    def is_question(self) -> bool:
        return self.kind == ThreadKind.QUESTION

    @property
    def is_locked(self) -> bool:
        return self.locked_at is not None

    @property
    def replies_said(self) -> str:
        """How many answered, in words."""
        if self.is_question:
            words = ngettext("%(n)d answer", "%(n)d answers", self.reply_count)
            none = _now("Not answered yet")
        else:
            words = ngettext("%(n)d reply", "%(n)d replies", self.reply_count)
            none = _now("No replies yet")
        return words % {"n": self.reply_count} if self.reply_count else none

    @property
    def is_solved(self) -> bool:
        return self.accepted_id is not None
