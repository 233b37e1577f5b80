import hashlib
import json

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def name_the_kind(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Each kind gets combinations of its own; the old ones go."""
    using = schema_editor.connection.alias
    entries = apps.get_model("search", "Entry").objects.using(using)
    labels = apps.get_model("search", "Labels").objects.using(using)
    before = set(labels.values_list("pk", flat=True))
    pairs = entries.order_by("kind", "labels_id").values_list("kind", "labels_id", "labels__slugs")
    for kind, labels_id, slugs in list(pairs.distinct()):
        named = {"kind": [kind], **slugs}
        digest = hashlib.sha256(json.dumps(named, sort_keys=True).encode()).hexdigest()
        row, _ = labels.get_or_create(digest=digest, defaults={"slugs": named})
        entries.filter(kind=kind, labels_id=labels_id).update(
            labels_id=row.pk, version=F("version") + 1
        )
    labels.filter(pk__in=before).delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0011_names_that_may_be_shown")]

    operations = [migrations.RunPython(name_the_kind, migrations.RunPython.noop)]
