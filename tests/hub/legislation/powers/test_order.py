"""Whatever the law and the day: what doesn't hold isn't available, and safety stands first."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hub.legislation.enums import ProvisionKind, Status
from hub.legislation.forms import PROTECTING, finder_faults
from hub.legislation.models import ProvisionPage, ProvisionVersion
from hub.legislation.powers.enums import Intrusion
from hub.legislation.powers.finding import Finding, sort_out

# Few days and much law in force: else hardly anything is available, and nothing is shown.
days = st.dates(date(2026, 1, 1), date(2026, 1, 9))
statuses = st.sampled_from([*Status.values, *[Status.IN_FORCE.value] * 6])


def page_of(
    number: int, kind: str, reach: int, acts: bool, versions: list[dict[str, object]]
) -> ProvisionPage:
    page = ProvisionPage(
        id=number, pk=number, title=f"Provision {number}", kind=kind, intrusion=reach
    )
    page.acts = acts
    page.versions = [
        ProvisionVersion(pk=number * 10 + place, **version)
        for place, version in enumerate(versions)
    ]
    return page


versions = st.lists(
    st.fixed_dictionaries(
        {
            "status": statuses,
            "effective_from": st.none() | days,
            "effective_to": st.none() | days,
        }
    ),
    max_size=2,
)
provisions = st.lists(
    st.tuples(
        st.sampled_from(ProvisionKind.values),
        st.sampled_from(Intrusion.values),
        st.booleans(),
        versions,
    ),
    min_size=5,
    max_size=12,
).map(lambda rows: [page_of(number, *row) for number, row in enumerate(rows, start=1)])


def found(pages: list[ProvisionPage], day: date) -> Finding:
    return sort_out(pages, day)


def holds(page: ProvisionPage, day: date) -> bool:
    """A plain model: the latest version that had started is in force, and hadn't ended."""
    started = [v for v in page.versions.all() if not v.effective_from or v.effective_from <= day]
    if not started:
        return False
    last = sorted(started, key=lambda v: (v.effective_from or date.min, v.pk))[-1]
    ended = last.effective_to is not None and last.effective_to < day
    return last.status == Status.IN_FORCE and not ended


@given(provisions, days)
def test_what_is_available_is_just_what_holds_that_day(
    pages: list[ProvisionPage], day: date
) -> None:
    available = {result.page.pk for result in found(pages, day).results}
    assert available == {page.pk for page in pages if holds(page, day)}


@given(provisions, days)
def test_everything_else_is_named_apart_with_a_reason(
    pages: list[ProvisionPage], day: date
) -> None:
    apart = found(pages, day).not_available
    assert {item.page.pk for item in apart} == {p.pk for p in pages if not holds(p, day)}
    assert all(item.why for item in apart)


@given(provisions, days)
def test_nothing_stands_before_what_reaches_in_less(pages: list[ProvisionPage], day: date) -> None:
    reach = [result.intrusion for result in found(pages, day).results]
    assert reach == sorted(reach)


@given(provisions, days)
def test_no_duty_to_keep_people_safe_stands_below_anything_else(
    pages: list[ProvisionPage], day: date
) -> None:
    groups = found(pages, day).groups
    shown = [result for group in groups for result in group.results]
    protects = [result.intrusion == Intrusion.SAFEGUARDING for result in shown]
    assert protects == sorted(protects, reverse=True)
    assert groups[0].intrusion == Intrusion.SAFEGUARDING


@given(st.sampled_from(ProvisionKind.values))
def test_no_power_can_be_published_as_a_duty_to_keep_people_safe(kind: str) -> None:
    faults = finder_faults({"intrusion": Intrusion.SAFEGUARDING, "kind": kind})
    assert ("intrusion" in faults) == (kind not in PROTECTING)
