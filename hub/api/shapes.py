"""What the read API answers with. Nothing leaves the hub that isn't named here."""

from datetime import date

from ninja import Field, Schema


class Named(Schema):
    slug: str
    name: str


class KindOut(Schema):
    name: str = Field(description="The value of the parameter `kind`.")
    label: str
    plural: str


class Beginning(Schema):
    """Where to begin: the addresses, and every value that a list can be narrowed by."""

    items: str
    openapi: str
    about: str
    kinds: list[KindOut]
    themes: list[Named]
    audiences: list[Named]
    nations: list[Named]
    areas: list[Named]
    evidence: list[Named]


class Fault(Schema):
    """The same for every fault. `parameters` names what could not be understood."""

    class Parameter(Schema):
        name: str
        message: str

    detail: str
    parameters: list[Parameter] = []


class Labelled(Schema):
    """Slugs. No audience means everyone, no nation all of them."""

    themes: list[str]
    audiences: list[str]
    nations: list[str]
    evidence: str = Field(description="`strong`, `some`, `early`, or empty for what claims none.")
    updated: date | None = Field(description="The day of the last change that readers should know.")


class Row(Labelled):
    """A thing in a list."""

    kind: str
    id: int
    title: str
    summary: str
    url: str = Field(description="The page that people read.")
    api: str = Field(description="The same thing here, in full.")


class Rows(Schema):
    total: int
    page: int
    limit: int
    next: str | None = Field(description="The address of the next page, where there is one.")
    items: list[Row]


class SectionOut(Schema):
    anchor: str
    heading: str
    text: str = Field(description="Plain text, without any mark-up.")
    url: str


class Related(Schema):
    kind: str
    title: str
    url: str
    note: str


class SourceOut(Schema):
    title: str
    url: str
    checked_on: date | None
    confidence: str


class ChangeOut(Schema):
    date: date
    text: str
    significance: str


class Withdrawn(Schema):
    on: date
    because: str


class TextOverTime(Schema):
    """A text and the days on which it held, both included; an open end has no day."""

    valid_from: date | None
    valid_to: date | None
    status: str
    extent: str
    text: str
    as_at: date | None
    checked: bool


class Item(Row):
    """A thing in full, as its page shows it to this reader."""

    also_known_as: list[str]
    sections: list[SectionOut]
    marking: str
    warning: str = Field(description="What readers must know before they rely on it; else empty.")
    reviewed_on: date | None
    review_on: date | None
    withdrawn: Withdrawn | None
    rests_on: list[Related]
    used_by: list[Related]
    sources: list[SourceOut]
    changes: list[ChangeOut]
    versions: list[TextOverTime]
