from tests.turns import has_its_turn

NAMES = [f"tests/test_{number}.py" for number in range(60)]


def test_everything_has_its_turn_once_in_three_weeks() -> None:
    turns = [sum(has_its_turn(name, 3, week) for week in (5, 6, 7)) for name in NAMES]
    assert turns == [1] * len(NAMES)


def test_a_week_takes_about_its_part() -> None:
    assert 10 < sum(has_its_turn(name, 3, 5) for name in NAMES) < 30


def test_one_in_one_is_everything() -> None:
    assert all(has_its_turn(name, 1, week) for name in NAMES for week in (1, 2))
