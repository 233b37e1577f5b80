from hub.pages.lines import lines


def test_blank_lines_and_repeats_are_dropped() -> None:
    assert lines(" s45 MSA \n\n section 45\r\ns45 MSA\n") == ("s45 MSA", "section 45")


def test_nothing_typed_is_no_line() -> None:
    assert lines("  \n ") == ()
