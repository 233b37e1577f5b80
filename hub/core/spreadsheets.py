"""Text in files that people open in a spreadsheet."""

# OWASP, "CSV injection": what makes a cell a formula, in East Asian widths too. A line feed may
# begin a new row for some.
BEGINS_A_FORMULA = (*"=+-@\t\r\n", *"\uff1d\uff0b\uff0d\uff20")


def plain_cell(value: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{value}" if value.startswith(BEGINS_A_FORMULA) else value
