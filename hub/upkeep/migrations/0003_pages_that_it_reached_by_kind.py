from typing import Any

from django.apps import apps as installed
from django.db import migrations


def name_kinds(apps: Any, _schema_editor: Any) -> None:
    """The kind of a page type is a word in its class, which migrations don't keep."""
    Affected = apps.get_model("upkeep", "Affected")
    for row in Affected.objects.select_related("page__content_type").iterator():
        of = row.page.content_type
        model = installed.get_model(of.app_label, of.model)
        row.kind, row.object_id = model.kind_name, row.page_id
        row.save(update_fields=["kind", "object_id"])


class Migration(migrations.Migration):
    dependencies = [("upkeep", "0002_what_a_ripple_reaches")]

    operations = [migrations.RunPython(name_kinds, migrations.RunPython.noop)]
