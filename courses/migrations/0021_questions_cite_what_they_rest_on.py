from typing import Any

from django.db import migrations


def cite(apps: Any, _schema_editor: Any) -> None:
    """One row for each page that a question names; what is saved from now on does so itself."""
    Question = apps.get_model("courses", "Question")
    Citation = apps.get_model("pages", "Citation")
    Page = apps.get_model("wagtailcore", "Page")
    keys = dict(Page.objects.values_list("pk", "translation_key"))
    for question in Question.objects.iterator():
        links = [block["value"] for block in question.cites.raw_data]
        cited = {
            keys[link["page"]]: link.get("note") or "" for link in links if link["page"] in keys
        }
        Citation.objects.bulk_create(
            Citation(
                source_kind="question",
                source_id=question.pk,
                target_key=key,
                note=note,
                order=order,
            )
            for order, (key, note) in enumerate(cited.items())
        )


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0020_questions_rest_while_their_law_is_checked"),
        ("pages", "0001_citations_and_media"),
        ("wagtailcore", "0096_referenceindex_referenceindex_source_object_and_more"),
    ]

    operations = [migrations.RunPython(cite, migrations.RunPython.noop)]
