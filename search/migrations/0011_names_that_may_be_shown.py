from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def copy_names(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Until now all that was looked up was a name."""
    texts = apps.get_model("search", "EntryText").objects.using(schema_editor.connection.alias)
    texts.exclude(aliases="").update(other_names=F("aliases"))


class Migration(migrations.Migration):
    dependencies = [("search", "0010_other_names_apart_from_words")]

    operations = [migrations.RunPython(copy_names, migrations.RunPython.noop)]
