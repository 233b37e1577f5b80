"""What Elasticsearch holds of an entry: a document with its sections nested in it."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from elasticsearch.dsl import Document, InnerDoc, Mapping, analyzer, token_filter
from elasticsearch.dsl import field as fields

from search.engines.elastic.words import EntryWords
from search.meaning.current import fingerprint_of
from search.models import Entry

# No stopwords are dropped: a phrase such as "stop and search" needs them. Queries leave them out.
POSSESSIVE = token_filter("possessive", type="stemmer", language="possessive_english")
STEMMER = token_filter("english_stemmer", type="stemmer", language="english")
BEGINNINGS = token_filter("beginnings", type="edge_ngram", min_gram=1, max_gram=20)
ENGLISH = analyzer(
    "hub_english",
    tokenizer="standard",
    filter=[POSSESSIVE, "lowercase", "asciifolding", STEMMER],
)
EXACT = analyzer("hub_exact", tokenizer="standard", filter=["lowercase", "asciifolding"])
BEGINNING = analyzer(
    "hub_beginning", tokenizer="standard", filter=["lowercase", "asciifolding", BEGINNINGS]
)


# How often a title, another name or a heading counts.
NAMES_WEIGH = 2


class SectionPart(InnerDoc):
    id = fields.Long(index=False)
    words = fields.Text(analyzer=ENGLISH)


class EntryDocument(Document):
    """`labels` are for counting and filters; `rule` is who may see it.

    `words` holds all texts, names twice: the weights of BM25F without reading a list of each word
    for each field. No phrase reaches from one text into the next.
    """

    entry_id = fields.Long()
    object_id = fields.Long(index=False)
    kind = fields.Keyword(index=False)
    # A keyword costs more: the text of each that is counted would be looked up.
    labels = fields.Integer()
    rule = fields.Keyword()
    date = fields.Date()
    expires_at = fields.Date()
    words = fields.Text(analyzer=ENGLISH)
    # Whether a name holds a word, or the beginning of one, is all that is asked of it.
    names = fields.Text(
        analyzer=EXACT,
        norms=False,
        index_options="docs",
        fields={
            "start": fields.Text(
                analyzer=BEGINNING, search_analyzer=EXACT, norms=False, index_options="docs"
            )
        },
    )
    sections = fields.Nested(SectionPart)
    # As many dimensions as the first vector has.
    meaning = fields.DenseVector(index=True, similarity="cosine")


SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,
    # As many copies as there are other nodes, one at most.
    "auto_expand_replicas": "0-1",
    "refresh_interval": "1s",
    # For so long a deleted entry is remembered, and its late copies are refused.
    "gc_deletes": "1h",
    "max_result_window": 10_000,
}


def index_body() -> dict[str, Any]:
    """Settings with analysis, and the mapping, which takes no field that isn't declared here.

    It names the sentence model: vectors of two models don't compare.
    """
    described = Mapping()
    described.update(EntryDocument._doc_type.mapping)
    described.meta("dynamic", "strict")
    # The rows hold the texts; nothing reads a second copy.
    described.meta("_source", {"enabled": False})
    described.meta("_meta", {"model": fingerprint_of(settings.SEMANTIC_MODEL_DIR)})
    return {
        "settings": {**SETTINGS, "analysis": described._collect_analysis()},
        "mappings": described.to_dict(),
    }


def mapping_hash() -> str:
    """Eight letters that change with anything that makes an index unfit for this code."""
    shape = json.dumps(index_body(), sort_keys=True)
    return hashlib.sha256(shape.encode()).hexdigest()[:8]


def source_of(
    entry: Entry, words: EntryWords, meaning: Sequence[float] | None = None
) -> dict[str, Any]:
    """The document of an entry."""
    names = [words.title, *words.aliases.splitlines()]
    source = {} if meaning is None else {"meaning": meaning}
    return source | {
        "entry_id": entry.pk,
        "object_id": entry.object_id,
        "kind": entry.kind,
        "labels": entry.labels_id,
        "rule": str(entry.rule_id),
        "date": entry.date.isoformat() if entry.date else None,
        "expires_at": entry.expires_at.isoformat() if entry.expires_at else None,
        "words": [*names * NAMES_WEIGH, words.summary, words.body],
        "names": names,
        "sections": [section_of(*section) for section in words.sections],
    }


def section_of(section_id: int, heading: str, text: str) -> dict[str, Any]:
    return {"id": section_id, "words": [*[heading] * NAMES_WEIGH, text]}
