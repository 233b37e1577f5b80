"""Two addresses for machines: the process is alive; it can do its work."""

from django.core.cache import cache
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache


@never_cache
def healthz(_request: HttpRequest) -> JsonResponse:
    """The process answers. Touches nothing else."""
    return JsonResponse({"status": "ok"})


@never_cache
def readyz(_request: HttpRequest) -> JsonResponse:
    """The database answers and its migrations are in. 503 with the reason where not."""
    try:
        waiting = cache.get("readyz.migrated") or pending_migrations()
    except Error:
        return JsonResponse({"status": "unavailable", "reason": "database"}, status=503)
    if waiting not in ([], True):
        return JsonResponse({"status": "unavailable", "reason": "migrations"}, status=503)
    cache.set("readyz.migrated", True, 60)
    return JsonResponse({"status": "ready"})


def pending_migrations() -> list[object]:
    executor = MigrationExecutor(connection)
    return executor.migration_plan(executor.loader.graph.leaf_nodes())
