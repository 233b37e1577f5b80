from tests.matrix.table import README, with_table


def test_the_readme_shows_the_policy_as_it_stands() -> None:
    """Mend it with `python -m tests.matrix.table`."""
    text = README.read_text(encoding="utf-8")
    assert with_table(text) == text
