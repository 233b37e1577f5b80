"""Questions of every type with texts that break formats, as an editor might have written them."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from courses.exchange.drafts import Draft
from courses.questions.base import Data
from courses.questions.number.type import exact
from courses.questions.registry import question_type
from courses.questions.weights import to_percent
from courses.questions.written import weight_of

SIGNS = [
    *"{}~=#%:\\/[]<>&;|*\"'@+-,.$!?_",
    *("->", "=>", "]]>", "[[", "]]", "####", "::", "//", "{1:SA:=x}", "[html]", "[plain]x", "%50%"),
    *("<b>", "&amp;", "&#32;", "</text>", "<![CDATA[", "$CATEGORY: x", "[tag:x]", "\\(x\\)", "$$"),
    *("=1+1", "'=x", "@sum", "\t", "  ", "\n", "\n\n", "\n//", "Ŵŷ llŷr", "é", "😀", "ß", "\u00a0"),
    *("word", "ring 999", "T", "TRUE", "yes", "true"),
]
texts = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=8).map("".join).map(str.strip)
filled = texts.filter(bool)
maybe = st.one_of(st.just(""), texts)
one_line = filled.map(lambda text: " ".join(text.split()))


def several(least: int = 2, most: int = 5, of: Any = filled) -> Any:
    return st.lists(of, min_size=least, max_size=most, unique=True)


@st.composite
def options(draw: st.DrawFn, one: bool) -> dict[str, Any]:
    made: list[dict[str, Any]] = []
    words = draw(several())
    right = 1 if one else draw(st.integers(1, len(words)))
    shares = draw(st.booleans()) and not one and right == 2
    for place, text in enumerate(words):
        option: dict[str, Any] = {"text": text, "right": place < right, "feedback": draw(maybe)}
        if shares and place < right:
            option["percent"] = "75" if place else "25"
        if place >= right and draw(st.booleans()):
            option["percent"] = draw(st.sampled_from(["0", "-33.33333", "-50", "-100"]))
        made.append(option)
    return {"options": draw(st.permutations(made))}


@st.composite
def judgements(draw: st.DrawFn) -> dict[str, Any]:
    holds = draw(st.booleans())
    words = (("True", holds), ("False", not holds))
    return {"options": [{"text": t, "right": r, "feedback": draw(maybe)} for t, r in words]}


@st.composite
def short_texts(draw: st.DrawFn) -> dict[str, Any]:
    words = draw(st.lists(filled, min_size=1, max_size=4, unique_by=lambda t: t.casefold()))
    accepted = [
        {
            "text": text,
            "percent": draw(st.sampled_from(["", "0", "50", "33.33333"])) if place else "",
            "feedback": draw(maybe),
        }
        for place, text in enumerate(words)
    ]
    return {"accepted": accepted, "other": draw(maybe)}


@st.composite
def numbers(draw: st.DrawFn) -> dict[str, Any]:
    values = draw(
        st.lists(st.sampled_from(["3", "0.5", "-7", "1200", "48"]), min_size=1, max_size=3)
    )
    amounts = [
        {
            "value": value,
            "tolerance": draw(st.sampled_from(["", "2", "0.25"])),
            "percent": "50" if place else "",
            "feedback": draw(maybe),
        }
        for place, value in enumerate(values)
    ]
    said = draw(maybe)
    return {"amounts": amounts, "unit": draw(maybe)[:30].strip(), "low": said, "high": said}


@st.composite
def pairs(draw: st.DrawFn) -> dict[str, Any]:
    lefts, rights = draw(several()), draw(several(2, 3))
    made = [
        {"left": left, "right": rights[place % len(rights)], "feedback": draw(maybe)}
        for place, left in enumerate(lefts)
    ]
    extra = [text for text in draw(several(0, 2)) if text not in rights]
    return {"pairs": made, "extra": extra}


@st.composite
def groups(draw: st.DrawFn) -> dict[str, Any]:
    words, names = draw(several()), draw(several(2, 2))
    items = [
        {"text": text, "group": names[place % 2], "feedback": draw(maybe)}
        for place, text in enumerate(words)
    ]
    return {"items": items}


@st.composite
def gaps(draw: st.DrawFn) -> dict[str, Any]:
    parts = [draw(texts)]
    for _number in range(draw(st.integers(1, 3))):
        right = draw(one_line)
        kinds = [f"{right}", f"{right}|50%:other", f"{right}|~wrong|~20%:x", f"~no|{right}"]
        parts += [f" [[{draw(st.sampled_from(kinds))}]] ", draw(texts)]
    return {"text": "".join(parts).strip()}


@st.composite
def situations(draw: st.DrawFn) -> dict[str, Any]:
    first, second = draw(several(2, 2)), draw(several(2, 2))
    ends = draw(several(4, 4, of=one_line))
    names = [f"{place} {text}" for place, text in enumerate(ends)]
    choices = [
        [{"text": first[0], "to": names[1]}, {"text": first[1], "to": names[2]}],
        [
            {"text": second[0], "to": names[2], "feedback": draw(maybe)},
            {"text": second[1], "to": names[3]},
        ],
    ]
    steps = [
        {"name": name, "text": draw(filled), "options": listed}
        for name, listed in zip(names[:2], choices, strict=True)
    ]
    endings = [
        {"name": names[2], "text": draw(filled), "percent": "100"},
        {"name": names[3], "text": draw(filled), "percent": "0"},
    ]
    return {"steps": steps, "endings": endings}


WRITTEN: dict[str, Any] = {
    "single_choice": options(one=True),
    "multiple_choice": options(one=False),
    "true_false": judgements(),
    "short_text": short_texts(),
    "number": numbers(),
    "matching": pairs(),
    "categorise": groups(),
    "ordering": several().map(lambda items: {"items": items}),
    "reflection": several(1).map(lambda points: {"points": points}),
    "confidence": several(2, 2).map(lambda ends: {"low": ends[0], "high": ends[1]}),
    "gap_fill": gaps(),
    "scenario": situations(),
}


@st.composite
def drafts(draw: st.DrawFn, kind: str) -> Draft:
    return Draft(
        kind=kind,
        stem=draw(filled),
        written=draw(WRITTEN[kind]),
        explanation=draw(maybe),
        hint=draw(maybe),
        tags=draw(st.lists(one_line, max_size=3, unique=True)),
        difficulty=draw(st.sampled_from([1, 2, 3])),
        outcome=draw(maybe),
        must_pass=draw(st.booleans()),
    )


def same(kind: str, data: Data) -> Data:
    """The data with each mark written in one way, to compare by."""
    return CANONICAL.get(kind, lambda one: one)(data)


def same_choices(kind: str) -> Callable[[Data], Data]:
    def inner(data: Data) -> Data:
        weights = question_type(kind).weights(data)  # type: ignore[attr-defined]
        return {
            "options": [{**o, "percent": to_percent(weights[o["id"]])} for o in data["options"]]
        }

    return inner


def same_number(data: Data) -> Data:
    amounts = [
        (exact(one["value"]), exact(one["tolerance"]), weight_of(one), one["feedback"])
        for one in data["amounts"]
    ]
    return {**data, "amounts": amounts}


CANONICAL: dict[str, Callable[[Data], Data]] = {
    name: same_choices(name) for name in ("single_choice", "multiple_choice", "true_false")
} | {"number": same_number}
