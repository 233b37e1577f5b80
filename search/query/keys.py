"""One key for all ways to write the same search."""

from hub.glossary.words import search_key
from search.query.stopwords import STOPWORDS

LONGEST_KEY = 200


def query_key(text: str) -> str:
    """Its words with a meaning, in order, in small letters without accents and signs."""
    words = search_key(text).split()
    return " ".join([w for w in words if w not in STOPWORDS] or words)[:LONGEST_KEY]
