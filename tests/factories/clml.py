"""Files in the format of legislation.gov.uk, of acts that don't exist."""

from xml.sax.saxutils import escape

ITEM = "ukpga/2021/990"
SITE = "http://www.legislation.gov.uk"
NAMES = (
    'xmlns="http://www.legislation.gov.uk/namespaces/legislation" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
METADATA_NAMES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dct="http://purl.org/dc/terms/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata"'
)


def attributes(**given: str) -> str:
    return "".join(f' {name}="{value}"' for name, value in given.items() if value)


def dated(start: str = "", end: str = "", status: str = "", extent: str = "") -> str:
    """As a fragment carries it: the end is the first day on which it no longer stood."""
    return attributes(
        RestrictStartDate=start, RestrictEndDate=end, Status=status, RestrictExtent=extent
    )


def section(
    number: str,
    words: str = "A person commits an offence.",
    *,
    title: str = "The offence",
    unit: str = "section",
    item: str = ITEM,
    inner: str = "",
    ref: str = "",
    **days: str,
) -> str:
    """One numbered provision in its group; `inner` replaces its words by elements."""
    steps = f"{unit}/{number}"
    note = f'<CommentaryRef Ref="{ref}"/>' if ref else ""
    body = inner or f"<Text>{escape(words)}</Text>"
    return (
        f"<P1group{dated(**days)}><Title>{escape(title)}</Title>"
        f'<P1 DocumentURI="{SITE}/{item}/{steps}" IdURI="{SITE}/id/{item}/{steps}" '
        f'id="{steps.replace("/", "-")}"><Pnumber>{note}{number}</Pnumber>'
        f"<P1para>{body}</P1para></P1></P1group>"
    )


def part(number: str, *inside: str, item: str = ITEM, **days: str) -> str:
    return (
        f'<Part DocumentURI="{SITE}/{item}/part/{number}" IdURI="{SITE}/id/{item}/part/{number}" '
        f'id="part-{number}"{dated(**days)}><Number>PART {number}</Number>'
        f"<Title>What it is about</Title>{''.join(inside)}</Part>"
    )


def schedule(number: str, *inside: str, item: str = ITEM, **days: str) -> str:
    return (
        f'<Schedule DocumentURI="{SITE}/{item}/schedule/{number}" '
        f'IdURI="{SITE}/id/{item}/schedule/{number}" id="schedule-{number}"{dated(**days)}>'
        f"<Number>SCHEDULE {number}</Number><Reference>Section 1</Reference>"
        f"<TitleBlock><Title>Offences left out</Title></TitleBlock>"
        f"<ScheduleBody>{''.join(inside)}</ScheduleBody></Schedule>"
    )


def effect(
    affected: str = "s. 1(2)",
    places: str = "section/1/2",
    *,
    key: str = "key-1",
    what: str = "words substituted",
    date: str = "",
    item: str = ITEM,
    **more: str,
) -> str:
    """A change to come; without a date nobody has set one."""
    start = attributes(Applied="false", Date=date, Prospective="" if date else "true")
    first, _, last = places.partition(" to ")
    named = f'<ukm:Section Ref="x" URI="{SITE}/id/{item}/{first}">{affected}</ukm:Section>'
    if last:
        ends = attributes(URI=f"{SITE}/id/{item}/{first}", UpTo=f"{SITE}/id/{item}/{last}")
        named = f"<ukm:SectionRange{ends}>{named}</ukm:SectionRange>"
    given = {"RequiresApplied": "true"} | more
    return (
        f'<ukm:UnappliedEffect EffectId="{key}" Type="{what}" AffectedURI="{SITE}/id/{item}" '
        f'AffectedProvisions="{affected}" AffectingURI="{SITE}/id/uksi/2026/77" '
        f'AffectingProvisions="reg. 3"{attributes(**given)}>'
        "<ukm:AffectedTitle>Made Up Act 2021</ukm:AffectedTitle>"
        f"<ukm:AffectedProvisions>{named if places else affected}</ukm:AffectedProvisions>"
        "<ukm:AffectingTitle>The Made Up Regulations 2026</ukm:AffectingTitle>"
        f'<ukm:InForceDates><ukm:InForce{start} Qualification="wholly in force"/>'
        "</ukm:InForceDates></ukm:UnappliedEffect>"
    )


def clml(
    *body: str,
    schedules: str = "",
    item: str = ITEM,
    title: str = "Made Up Act 2021",
    asked: str = "",
    modified: str = "2026-06-01",
    valid: str = "2022-01-01",
    kind: str = "Primary",
    doc_status: str = "revised",
    effects: str = "",
    commentaries: str = "",
    versions: str = "",
    language: str = "",
    days: dict[str, str] | None = None,
) -> str:
    """A file as it comes from there. `asked` is the part that was asked for, if not the whole."""
    lang = f' xml:lang="{language}"' if language else ""
    root = dated(**{"start": valid, "extent": "E+W"} | (days or {}))
    year, number = item.split("/")[-2:]
    passed = "EnactmentDate" if kind == "Primary" else "Made"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<Legislation {NAMES} DocumentURI="{SITE}/{item}" IdURI="{SITE}/id/{item}" '
        f'NumberOfProvisions="2"{lang} SchemaVersion="1.0"{root}>'
        f"<ukm:Metadata {METADATA_NAMES}>"
        f"<dc:identifier>{SITE}/{item}{'/' if asked else ''}{asked}</dc:identifier>"
        f"<dc:title>{escape(title)}</dc:title><dc:language>{language or 'en'}</dc:language>"
        f"<dc:modified>{modified}</dc:modified><dct:valid>{valid}</dct:valid>"
        f'<atom:link rel="self" href="{SITE}/{item}/data.xml" type="application/xml"/>'
        f"<ukm:{kind}Metadata><ukm:DocumentClassification>"
        f'<ukm:DocumentCategory Value="{kind.lower()}"/>'
        f'<ukm:DocumentStatus Value="{doc_status}"/></ukm:DocumentClassification>'
        f'<ukm:Year Value="{year}"/><ukm:Number Value="{number}"/>'
        f'<ukm:{passed} Date="2021-03-01"/>'
        f"<ukm:UnappliedEffects>{effects}</ukm:UnappliedEffects></ukm:{kind}Metadata>"
        f"</ukm:Metadata><{kind}><Body>{''.join(body)}</Body>"
        f"{f'<Schedules><Title>SCHEDULES</Title>{schedules}</Schedules>' if schedules else ''}"
        f"</{kind}>{f'<Versions>{versions}</Versions>' if versions else ''}"
        f"<Commentaries>{commentaries}</Commentaries></Legislation>"
    )


def as_passed(*body: str, **given: object) -> str:
    """As an act or instrument was first published, without a word on what is in force."""
    text = clml(*body, **{"doc_status": "final", "valid": ""} | given)
    return text.replace(' RestrictExtent="E+W"', "", 1)
