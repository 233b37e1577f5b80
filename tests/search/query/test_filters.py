from django.http import QueryDict

from search.enums import Facet
from search.models.labels import LabelsById
from search.query.filters import chosen_filters, count

NAMES = {
    Facet.KIND: {"guidance": "Guidance", "act": "Acts"},
    Facet.THEME: {"mapping": "Mapping", "leadership": "Leadership"},
    Facet.AUDIENCE: {"police": "Police", "schools": "Schools"},
    Facet.NATION: {"wales": "Wales"},
}
LABELS = LabelsById(
    {
        1: {"kind": ["guidance"], "theme": ["mapping"], "audience": ["police"], "nation": []},
        2: {"kind": ["guidance"], "theme": ["leadership"], "audience": [], "nation": ["wales"]},
        3: {"kind": ["act"], "theme": ["leadership"], "audience": [], "nation": ["wales"]},
    }
)
GROUPS = {1: 3, 2: 4, 3: 5}


def test_without_filters_everything_counts() -> None:
    assert count(GROUPS, LABELS, {}, NAMES).total == 12


def test_a_filter_narrows_the_total_and_the_counts_of_other_facets() -> None:
    counts = count(GROUPS, LABELS, {Facet.THEME: frozenset({"leadership"})}, NAMES)
    assert counts.total == 9
    assert counts.by_facet[Facet.KIND] == {"guidance": 4, "act": 5}


def test_a_facet_s_own_filter_leaves_its_counts_alone() -> None:
    counts = count(GROUPS, LABELS, {Facet.KIND: frozenset({"act"})}, NAMES)
    assert counts.by_facet[Facet.KIND] == {"guidance": 7, "act": 5}


def test_what_names_no_audience_counts_for_each_of_them() -> None:
    counts = count(GROUPS, LABELS, {}, NAMES)
    assert counts.by_facet[Facet.AUDIENCE] == {"police": 12, "schools": 9}


def test_values_that_do_not_exist_filter_nothing() -> None:
    address = QueryDict("kind=act&kind=bogus&theme=%00&nation=wales")
    assert chosen_filters(address, NAMES) == {
        Facet.KIND: frozenset({"act"}),
        Facet.NATION: frozenset({"wales"}),
    }


def test_labels_made_while_the_engine_was_asked_count_in_the_total_only() -> None:
    counts = count({99: 2}, LABELS, {}, NAMES)
    assert (counts.total, counts.by_facet[Facet.KIND]) == (2, {})
    assert counts.by_facet[Facet.THEME] == {}
