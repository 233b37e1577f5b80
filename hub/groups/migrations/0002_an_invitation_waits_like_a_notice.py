from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("groups", "0001_working_groups_requests_and_invitations")]

    operations = [
        migrations.RenameField("invitation", "email_due_at", "due_at"),
        migrations.RenameField("invitation", "email_attempts", "attempts"),
    ]
