from collections import defaultdict
from typing import Any

from django.db import migrations

ACTIONS = ("membership.granted", "membership.ended")


def name_memberships_by_id(apps: Any, _schema_editor: Any) -> None:
    """Takes names out of subjects: "Asha Rao: Author (Ardale)" becomes "membership 12".

    Where no membership or more than one reads like that, its id is unknown: "membership 0".
    """
    records = apps.get_model("access", "AuditRecord")
    memberships = apps.get_model("access", "Membership")
    ids = defaultdict(list)
    for row in memberships.objects.select_related("person", "area", "organisation"):
        scope = row.area or row.organisation
        name = row.person.name or "A member"
        ids[f"{name}: {label(row)} ({scope.name if scope else '–'})"[:200]].append(row.pk)
    for record in records.objects.filter(action__in=ACTIONS).exclude(
        subject__startswith="membership "
    ):
        found = ids[record.subject]
        subject = f"membership {found[0] if len(found) == 1 else 0}"
        records._base_manager.filter(pk=record.pk).update(subject=subject)


def label(membership: Any) -> str:
    return str(dict(membership._meta.get_field("role").flatchoices)[membership.role])


class Migration(migrations.Migration):
    dependencies = [("access", "0002_people_in_audit_records_are_bare_ids")]

    operations = [migrations.RunPython(name_memberships_by_id, migrations.RunPython.noop)]
