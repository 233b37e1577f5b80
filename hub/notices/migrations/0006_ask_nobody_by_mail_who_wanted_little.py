from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def keep_it_in_the_hub(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """The question came with what waits for somebody until now."""
    choices = apps.get_model("notices", "NoticeChoices").objects
    choices.exclude(task="at_once").update(survey="hub")


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0005_ask_whether_a_course_helped"),
    ]

    operations = [
        migrations.RunPython(keep_it_in_the_hub, migrations.RunPython.noop, elidable=True),
    ]
