"""Lists of the CMS as files: what people wrote stays text there."""

from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

from hub.core.spreadsheets import plain_cell


def keep_cells_plain() -> None:
    """Titles and names begin no formula in any list that the CMS hands out as a file.

    Wagtail sees to that in its workbooks alone, and lets each list shape its values as it likes.
    This is the one place where all of them pass, lists of versions to come included.
    """
    shaped = SpreadsheetExportMixin.preprocess_field_value

    def plain(view: SpreadsheetExportMixin, field: str, value: Any, export_format: str) -> Any:
        made = shaped(view, field, value, export_format)
        return plain_cell(made) if isinstance(made, str) else made

    SpreadsheetExportMixin.preprocess_field_value = plain
