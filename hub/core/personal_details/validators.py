"""For texts that stay in a record or a name, where there is nobody to confirm anything to."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hub.core.personal_details.checking import check_text

NAME_PARTS = str.maketrans("_", " ")


def validate_without_details(text: str) -> None:
    """Refuses a text in which something was found, quoting it to its writer. Writes nothing."""
    check = check_text(text)
    if check.findings:
        raise ValidationError(
            _("%(quotes)s could point to a real person. Leave it out: this text is kept.")
            % {"quotes": check.quotes}
        )


def validate_file_name(name: str) -> None:
    """Refuses the name of a file in which something was found; underscores part words there."""
    check = check_text(name.translate(NAME_PARTS))
    if check.findings:
        raise ValidationError(
            _(
                "%(quotes)s in the file's name could point to a real person. "
                "Rename the file and upload it again."
            )
            % {"quotes": check.quotes}
        )
