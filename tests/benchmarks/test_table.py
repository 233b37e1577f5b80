import pytest

from tests.benchmarks.client import share
from tests.benchmarks.table import END, README, START, Row, put, report

ROW = Row("Home", 12.34, 20.0, 9.87, 14, 61.5, 20, 45)


def test_the_readme_has_a_place_for_the_figures() -> None:
    assert "the figures" in put(README.read_text(encoding="utf-8"), "the figures")


def test_new_figures_take_the_place_of_the_old() -> None:
    text = put(f"Before {START} old {END} after", "new")
    assert text == f"Before {START}\n\nnew\n\n{END} after"


def test_a_text_without_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        put("Nothing here", "new")


def test_a_row_says_what_was_measured_beside_its_aim() -> None:
    figures = report([ROW], [("Home", 2345.6)], ["Measured today."])
    assert "| Home | 12.3 ms | 20.0 ms | 20 ms | 9.9 ms | 14 | 62 | 45 |" in figures
    assert "| Home | 2346 | 2000 |" in figures


def test_a_share_of_the_times_is_the_time_it_does_not_exceed() -> None:
    times = [float(number) for number in range(1, 101)]
    assert (share(times, 0.5), share(times, 0.95), share(times, 1)) == (51.0, 96.0, 100.0)
