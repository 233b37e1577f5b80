"""Whether a public text repeats a private one word for word."""

import re
from collections.abc import Iterable

WORD = re.compile(r"\w+", re.UNICODE)
# So many words in a row are a sentence of the asker's, not a turn of phrase that two people share.
LONGEST_SHARED = 8


def copied_words(public: str, private: Iterable[str]) -> str:
    """The first run of words that also stands in a private text; empty where there is none.

    A private text of fewer words counts as a whole where it has more than three.
    """
    words = WORD.findall(public)
    folded = [word.casefold() for word in words]
    for text in private:
        theirs = [word.casefold() for word in WORD.findall(text)]
        length = min(LONGEST_SHARED, len(theirs))
        if length <= 3:
            continue
        runs = {tuple(theirs[n : n + length]) for n in range(len(theirs) - length + 1)}
        for n in range(len(folded) - length + 1):
            if tuple(folded[n : n + length]) in runs:
                return " ".join(words[n : n + length])
    return ""
