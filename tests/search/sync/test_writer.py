from hub.access.pages import rule_of_page
from search.sync.writer import page_kinds


def test_every_kind_of_page_goes_by_the_restrictions_alone() -> None:
    """Rules of moved pages are written without asking their kinds."""
    assert [kind.name for kind in page_kinds() if kind.rule is not rule_of_page] == []
