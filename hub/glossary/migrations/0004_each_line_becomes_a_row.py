import re
import unicodedata
from typing import Any

from django.db import migrations

BRACKETS = re.compile(r"\s*\([^)]*\)")


def key(word: str) -> str:
    plain = BRACKETS.sub(" ", word).strip() or word
    letters = unicodedata.normalize("NFD", plain)
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold()
    return " ".join(re.findall(r"\w+", bare))[:100]


def words_of(text: str) -> list[str]:
    return list(dict.fromkeys(line.strip()[:100] for line in text.splitlines() if line.strip()))


def rows(apps: Any, schema_editor: Any) -> None:
    """Drafts and older versions too: publishing one must not lose its words."""
    term_model = apps.get_model("glossary", "TermPage")
    word_model = apps.get_model("glossary", "OtherWord")
    for term in term_model.objects.all():
        word_model.objects.bulk_create(
            word_model(term_id=term.pk, word=word, key=key(word), sort_order=number)
            for number, word in enumerate(words_of(term.words_in_lines))
        )
        term_model.objects.filter(pk=term.pk).update(title_key=key(term.title))
    revisions = apps.get_model("wagtailcore", "Revision").objects.filter(
        content_type__app_label="glossary", content_type__model="termpage"
    )
    for revision in revisions.iterator(chunk_size=100):
        text = revision.content.pop("other_words", "")
        revision.content["words"] = [
            {
                "pk": None,
                "sort_order": number,
                "term": revision.content.get("pk"),
                "word": word,
                "widening": "both",
                "key": key(word),
            }
            for number, word in enumerate(words_of(text))
        ]
        revision.save(update_fields=["content"])


class Migration(migrations.Migration):
    dependencies = [
        ("glossary", "0003_other_words_are_rows"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(rows, migrations.RunPython.noop)]
