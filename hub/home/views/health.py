"""Two addresses for machines: the process is alive; it can do its work."""

from django.core.cache import cache
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

MIGRATED = "readyz.migrated"


@never_cache
@require_safe
def healthz(_request: HttpRequest) -> JsonResponse:
    """The process answers. Touches nothing else."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(_request: HttpRequest) -> JsonResponse:
    """The database answers and its migrations are in. 503 with the reason where not.

    Once all migrations are in, they are looked for again a minute later at the soonest.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not cache.get(MIGRATED) and pending_migrations():
            return JsonResponse({"status": "unavailable", "reason": "migrations"}, status=503)
    except Error:
        return JsonResponse({"status": "unavailable", "reason": "database"}, status=503)
    cache.add(MIGRATED, True, 60)
    return JsonResponse({"status": "ready"})


def pending_migrations() -> list[object]:
    executor = MigrationExecutor(connection)
    return executor.migration_plan(executor.loader.graph.leaf_nodes())
