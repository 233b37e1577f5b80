"""Finding words that hold a post. Case, accents and punctuation don't matter.

Words of the field never hold anything: a phrase that a term of the glossary contains is refused
when it's saved, and passed over where the term came later.
"""

from hub.forum.models import HeldPhrase
from hub.glossary.models import TermPage
from hub.glossary.words import WORD, forms_of, sorting_key
from hub.pages.lines import lines


def found_phrases(text: str) -> list[HeldPhrase]:
    """Those in a text. A second query where there is one."""
    said = plain(text)
    found = [held for held in HeldPhrase.objects.all() if is_in(held, said)]
    return [held for held in found if not terms_with(held)] if found else []


def terms_with(held: HeldPhrase) -> list[str]:
    """Terms of the glossary in which a phrase would be found, with their other words."""
    pages = TermPage.objects.values_list("title", "words_in_lines")
    words = {word for title, more in pages for word in (title, *forms_of(title), *lines(more))}
    return sorted(word for word in words if is_in(held, plain(word)))


def is_in(held: HeldPhrase, said: str) -> bool:
    wanted = plain(held.phrase)
    if held.whole_words:
        return f" {wanted} " in f" {said} "
    return wanted in said


def plain(text: str) -> str:
    """Its words in small letters without accents, with one space between."""
    return " ".join(WORD.findall(sorting_key(text)))
