"""The one deciding function, over random rules and readers."""

from hypothesis import given
from hypothesis import strategies as st

from hub.access.rules import EVERYONE, Rule, allows, as_lists, digest, is_no_wider, rule
from hub.access.tokens import MEMBER, NOBODY, PUBLIC

TOKENS = [PUBLIC, MEMBER, "role:author", "group:1", "group:2", "area:1", "organisation:1"]
clauses = st.frozensets(st.sampled_from(TOKENS), max_size=4)
unions = st.lists(clauses, max_size=4)
# A reader always holds "public": even a stranger does.
readers = st.frozensets(st.sampled_from(TOKENS)).map(lambda held: held | {PUBLIC})


def literally(wanted: list[frozenset[str]], held: frozenset[str]) -> bool:
    """What a list of clauses means, word for word, before anything is simplified."""
    return all(clause & held for clause in wanted)


@given(unions, readers)
def test_simplifying_a_rule_changes_no_decision(
    wanted: list[frozenset[str]], held: frozenset[str]
) -> None:
    assert allows(rule(*wanted), held) == literally(wanted, held)


@given(unions, clauses, readers)
def test_adding_a_restriction_never_opens_anything(
    wanted: list[frozenset[str]], more: frozenset[str], held: frozenset[str]
) -> None:
    assert allows(rule(*wanted), held) or not allows(rule(*wanted, more), held)


@given(unions, readers, readers)
def test_holding_more_tokens_never_closes_anything(
    wanted: list[frozenset[str]], held: frozenset[str], more: frozenset[str]
) -> None:
    assert allows(rule(*wanted), held | more) or not allows(rule(*wanted), held)


@given(unions, unions, readers)
def test_both_holds_where_both_hold(
    first: list[frozenset[str]], second: list[frozenset[str]], held: frozenset[str]
) -> None:
    joined = allows(rule(*first, *second), held)
    assert joined == (allows(rule(*first), held) and allows(rule(*second), held))


@given(st.permutations([["role:author"], ["group:1", "group:2"], ["group:1"], [MEMBER]]))
def test_the_order_of_clauses_does_not_matter(wanted: list[list[str]]) -> None:
    assert digest(rule(*wanted)) == digest(rule(["group:1"], [MEMBER], ["role:author"]))


@given(unions)
def test_a_canonical_rule_stays_as_it_is(wanted: list[frozenset[str]]) -> None:
    canonical = rule(*wanted)
    assert rule(*canonical) == canonical


@given(unions)
def test_a_rule_survives_being_stored(wanted: list[frozenset[str]]) -> None:
    assert rule(*as_lists(rule(*wanted))) == rule(*wanted)


def test_two_restrictions_on_one_branch_need_both() -> None:
    """A flat list of tokens would let a reader of A read what is meant for B only."""
    child: Rule = rule({"group:1"}, {"group:2"})
    assert not allows(child, frozenset({PUBLIC, "group:1"}))
    assert not allows(child, frozenset({PUBLIC, "group:2"}))
    assert allows(child, frozenset({PUBLIC, "group:1", "group:2"}))


def test_no_clauses_are_for_everyone() -> None:
    assert rule() == EVERYONE
    assert allows(EVERYONE, frozenset({PUBLIC}))


def test_an_empty_clause_lets_in_nobody() -> None:
    assert rule(()) == frozenset({frozenset({NOBODY})})
    assert not allows(rule(()), frozenset(TOKENS))


@given(unions, unions, readers)
def test_a_rule_that_is_no_wider_lets_in_nobody_whom_the_other_refuses(
    first: list[frozenset[str]], second: list[frozenset[str]], held: frozenset[str]
) -> None:
    inner, outer = rule(*first), rule(*second)
    if is_no_wider(inner, outer) and allows(inner, held):
        assert allows(outer, held)
    assert is_no_wider(rule(*first, *second), inner)
