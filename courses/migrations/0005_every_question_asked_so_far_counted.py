from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def count_all(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    attempts = apps.get_model("courses", "Attempt").objects.using(schema_editor.connection.alias)
    attempts.filter(marks_possible=0).update(marks_possible=F("total"))


class Migration(migrations.Migration):
    dependencies = [("courses", "0004_questions_of_more_types_and_quizzes_that_draw_and_end")]

    operations = [migrations.RunPython(count_all, migrations.RunPython.noop)]
