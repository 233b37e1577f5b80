from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.readers import Reader
from hub.forum.models.moderators import moderated
from hub.forum.models.signature import Signature, signature_of
from hub.forum.models.thread import Thread, author_paths

QUESTION = 1
LONGEST_BODY = 20_000


class PostQuerySet(models.QuerySet):
    def visible(self) -> Self:
        return self.filter(hidden_at=None)

    def open_to(self, reader: Reader) -> Self:
        """Posts of threads that this reader may open; hidden ones for moderators of the space."""
        posts = self.filter(thread__in=Thread.objects.open_to(reader))
        return posts.filter(Q(hidden_at=None) | moderated(reader, "thread__space"))

    def replies(self) -> Self:
        return self.exclude(number=QUESTION)

    def with_authors(self) -> Self:
        return self.select_related(*author_paths("author"))


class Post(models.Model):
    """One contribution to a thread. Hidden by a moderator, never deleted.

    One that waits for a moderator is hidden and has `held_at`; until somebody has seen it, it
    isn't announced.

    No author: it is anonymous, or came in by a file; `hub.forum.authorship` knows more. `by_asker`
    says whether whoever asked wrote it, under the name of the question or as anonymously.
    `official_as` is the office of an official answer, such as "Dedicated lead, Ardale".

    `html` is rendered from `body` once, when it is written, and is safe to show. `version` goes up
    with each edit and tells a second editor that the text has moved. `cited` holds the translation
    keys of the hub's pages that the text links to.
    """

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="posts")
    number = models.PositiveIntegerField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
    )
    is_imported = models.BooleanField(default=False)
    by_asker = models.BooleanField(default=False)
    official_as = models.CharField(max_length=200, blank=True)
    vote_count = models.PositiveIntegerField(default=0)
    body = models.TextField(_("text"), max_length=LONGEST_BODY)
    html = models.TextField(editable=False)
    cited = models.JSONField(default=list, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    hidden_reason = models.CharField(_("reason"), max_length=300, blank=True)

    held_at = models.DateTimeField(null=True, blank=True)
    is_announced = models.BooleanField(default=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ("thread", "number")
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            models.UniqueConstraint(fields=("thread", "number"), name="one_post_of_each_number"),
            models.CheckConstraint(
                condition=Q(held_at=None) | Q(hidden_at__isnull=False),
                name="a_held_post_is_hidden",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thread_id} #{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("forum:post", args=[self.pk])

    @property
    def signed(self) -> Signature:
        """Who wrote it, as members may know it."""
        return signature_of(self.author, is_imported=self.is_imported)

    @property
    def is_anonymous(self) -> bool:
        return self.author_id is None

    @property
    def anchor(self) -> str:
        """The id of the post in the page of its thread."""
        return f"post-{self.number}"

    @property
    def is_question(self) -> bool:
        return self.number == QUESTION

    @property
    def is_hidden(self) -> bool:
        return self.hidden_at is not None

    @property
    def is_held(self) -> bool:
        """Waits for a moderator; its writer alone sees it meanwhile."""
        return self.held_at is not None


class PostRevision(models.Model):
    """A text that an edit replaced, kept as it was. The current text stands in the post.

    `besides` is what its poll or event said. Empty: as the next version has it.
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=150, blank=True)
    body = models.TextField()
    html = models.TextField()
    besides = models.TextField(blank=True)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("post", "-version")
        constraints = [
            models.UniqueConstraint(fields=("post", "version"), name="one_revision_of_each_version")
        ]

    def __str__(self) -> str:
        return f"{self.post} version {self.version}"
