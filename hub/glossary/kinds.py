from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from hub.glossary.models import OtherWord, TermPage
from hub.pages.kinds import page_kind


def term_of(word: OtherWord) -> Iterable[TermPage]:
    return TermPage.objects.filter(pk=word.term_id)


page_kind(
    TermPage,
    label=_("Glossary term"),
    plural=_("Glossary"),
    icon="book-a",
    order=90,
    parts={OtherWord: term_of},
)
