from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def open_cases(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What waits goes on waiting, and what was hidden can be appealed."""
    Post, Case = apps.get_model("forum", "Post"), apps.get_model("forum", "Case")
    Report = apps.get_model("forum", "Report")
    reported: dict[int, object] = {}
    for report in Report.objects.filter(handled_at=None).order_by("created_at"):
        reported.setdefault(report.post_id, report.created_at)
    Case.objects.bulk_create(
        Case(post_id=post_id, opened_at=at) for post_id, at in reported.items()
    )
    Case.objects.bulk_create(
        Case(
            post=post,
            opened_at=post.hidden_at,
            decision="hide",
            reason=post.hidden_reason,
            decided_by_id=post.hidden_by_id,
            decided_at=post.hidden_at,
        )
        for post in Post.objects.exclude(hidden_at=None).exclude(hidden_by=None)
    )


class Migration(migrations.Migration):
    dependencies = [("forum", "0015_posts_that_moderators_look_at")]

    operations = [migrations.RunPython(open_cases, migrations.RunPython.noop, elidable=True)]
