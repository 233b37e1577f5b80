import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
        ("upkeep", "0001_reviews_reminders_and_changes"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="affected", name="affected_once_by_a_change"),
        migrations.AddField(
            model_name="affected",
            name="kind",
            field=models.CharField(default="", max_length=40),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="affected",
            name="object_id",
            field=models.BigIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="affected",
            name="step",
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="affected",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("still_right", "Still right as it is"),
                    ("put_right", "Put right"),
                    ("left", "What stands between was dealt with"),
                    ("ended", "The change holds no more"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="affected",
            name="note",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AlterField(
            model_name="affected",
            name="page",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.WAGTAIL_PAGE_MODEL,
            ),
        ),
    ]
