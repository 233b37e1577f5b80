from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from hub.core.personal_details.checking import check_text
from hub.quality.enums import FindingKind
from hub.quality.finding import Finding
from hub.quality.passages import Passage


def details(texts: Iterable[Passage]) -> Iterator[Finding]:
    for passage in texts:
        check = check_text(passage.text)
        if check.findings:
            said = _("%(quotes)s could point to a real person.") % {"quotes": check.quotes}
            yield Finding(FindingKind.DETAILS, passage.place, said)
