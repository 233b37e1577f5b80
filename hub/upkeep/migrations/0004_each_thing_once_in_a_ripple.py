from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("upkeep", "0003_pages_that_it_reached_by_kind")]

    operations = [
        migrations.AddIndex(
            model_name="affected",
            index=models.Index(fields=["kind", "object_id"], name="affected_thing"),
        ),
        migrations.AddIndex(
            model_name="affected",
            index=models.Index(condition=models.Q(step=1), fields=["change"], name="affected_near"),
        ),
        migrations.AddConstraint(
            model_name="affected",
            constraint=models.UniqueConstraint(
                fields=("change", "kind", "object_id"), name="affected_once_by_a_change"
            ),
        ),
    ]
