"""What legislation.gov.uk publishes of the law, as it was imported. Only an import writes here."""

from datetime import date

from django.db import models

from hub.legislation.clml.addresses import SITE
from hub.legislation.enums import TextStatus
from hub.legislation.resting import Scope, order_of

INDENT = "\t"


class Instrument(models.Model):
    """An act or a statutory instrument. `path` is its address there, such as ukpga/2015/30."""

    path = models.CharField(max_length=100, unique=True)
    kind = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField(null=True)
    number = models.CharField(max_length=30)
    title = models.CharField(max_length=1000)
    # The day on which it became law; what it says may have started much later, or never.
    passed_on = models.DateField(null=True)
    # The last day on which legislation.gov.uk changed the newest file that was imported.
    modified_on = models.DateField(null=True)
    # Whether all of it was imported once: until then a part that is new to us is no new law.
    is_whole = models.BooleanField(default=False)

    class Meta:
        ordering = ("path",)

    def __str__(self) -> str:
        return self.title

    @property
    def url(self) -> str:
        return f"{SITE}/{self.path}"


class OfficialProvisionQuerySet(models.QuerySet["OfficialProvision"]):
    def in_scope(self, scope: Scope | None) -> list["OfficialProvision"]:
        """In the order of the law. One query; none without a scope."""
        if scope is None:
            return []
        rows = self.filter(instrument__path=scope.item).select_related("instrument")
        found = [row for row in rows if scope.covers(row.path, row.within)]
        return sorted(found, key=lambda row: order_of(row.path))


class OfficialProvision(models.Model):
    """A section, regulation, article, schedule or paragraph of one.

    `path` follows that of its instrument, such as section/45; `within` is that of what holds it,
    such as part/4/chapter/1.
    """

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="provisions")
    path = models.CharField(max_length=200)
    within = models.CharField(max_length=300, blank=True)

    objects = OfficialProvisionQuerySet.as_manager()

    class Meta:
        ordering = ("instrument", "path")
        constraints = [
            models.UniqueConstraint(fields=("instrument", "path"), name="one_provision_at_a_path")
        ]

    def __str__(self) -> str:
        return f"{self.instrument_id}: {self.path}"


class OfficialVersion(models.Model):
    """A text and the days on which it stood, both included. An open end has no date.

    Without a first day nobody recorded when it started, or whether it had.
    """

    provision = models.ForeignKey(OfficialProvision, models.CASCADE, related_name="versions")
    language = models.CharField(max_length=2, default="en")
    # Letters of NATIONS, in their order; empty where the file doesn't say.
    extent = models.CharField(max_length=4, blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    status = models.CharField(max_length=12, choices=TextStatus)
    heading = models.CharField(max_length=1000, blank=True)
    # A paragraph to a line, with a tab for each level below the first.
    text = models.TextField(blank=True)
    # How it was amended and started: pairs of the kind of note and its words.
    notes = models.JSONField(default=list)
    # Of heading and text.
    digest = models.CharField(max_length=64)
    # The last day of which a file said that it stood.
    known_to = models.DateField(null=True)
    modified_on = models.DateField(null=True)

    class Meta:
        ordering = ("provision", "valid_from", "pk")

    def __str__(self) -> str:
        return f"{self.provision_id}: {self.status} {self.valid_from or ''}".strip()

    @property
    def paragraphs(self) -> list[tuple[int, str]]:
        """How deep each stands, and its words."""
        lines = self.text.split("\n")
        return [(len(line) - len(line.lstrip(INDENT)), line.lstrip(INDENT)) for line in lines]

    def has_started_by(self, day: date) -> bool:
        return self.valid_from is None or self.valid_from <= day

    def has_ended_by(self, day: date) -> bool:
        return self.valid_to is not None and self.valid_to < day

    def covers(self, nation: str) -> bool:
        """A text that doesn't say where it is law is shown for every nation."""
        return not self.extent or nation in self.extent


class OfficialEffect(models.Model):
    """A change made by law which the official text doesn't show yet."""

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="effects")
    key = models.CharField(max_length=100)
    what = models.CharField(max_length=500)
    # As printed, such as s. 45(2)(f); and where that is: pairs of a first and a last path. No
    # pair: the whole of it.
    affected = models.CharField(max_length=1000, blank=True)
    places = models.JSONField(default=list)
    by_title = models.CharField(max_length=1000, blank=True)
    by_path = models.CharField(max_length=100, blank=True)
    by_provisions = models.CharField(max_length=1000, blank=True)
    # Pairs of a day, or "" while none is set, and how far it starts then.
    starts = models.JSONField(default=list)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("instrument", "pk")
        constraints = [
            models.UniqueConstraint(fields=("instrument", "key"), name="one_effect_for_a_key")
        ]

    def __str__(self) -> str:
        return f"{self.affected} {self.what}".strip()
