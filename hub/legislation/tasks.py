"""Safe to run twice and after a kill: a file that came halfway leaves nothing behind."""

from django_tasks import task

from hub.legislation.services.fetching import fetch_law


@task()
def fetch_legislation() -> int:
    return fetch_law().taken
