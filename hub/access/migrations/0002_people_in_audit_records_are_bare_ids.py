from django.db import migrations, models


class Migration(migrations.Migration):
    """The column stays what it is; the foreign key goes."""

    dependencies = [("access", "0001_rules_memberships_and_audit")]

    operations = [
        migrations.AlterField(
            model_name="auditrecord",
            name="person",
            field=models.BigIntegerField(db_column="person_id", null=True),
        ),
        migrations.RenameField(model_name="auditrecord", old_name="person", new_name="person_id"),
        migrations.AlterField(
            model_name="auditrecord",
            name="person_id",
            field=models.BigIntegerField(null=True),
        ),
    ]
