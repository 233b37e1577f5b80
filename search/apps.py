from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.published import register_published
from hub.core.seeding import seed_after_migrate
from hub.core.ticks import register_tick


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Kinds are found by then: hub.access comes before search among the installed apps."""
        from search import alerts, published, seed, ticks
        from search.engines.database import tables
        from search.meaning import checks, sweep
        from search.query import words
        from search.sync import collections, receivers

        receivers.connect()
        collections.connect()
        checks.connect()
        if settings.SEARCH_SPELLING_IN_BACKGROUND:
            words.read_at_first_request()
        register_published("search", published.public_texts_with)
        register_tick("search.publish_scheduled", ticks.publish_scheduled)
        register_tick("search.tend_text_index", tables.tend)
        register_tick("search.measure_nightly", ticks.measure_nightly)
        register_tick("search.vectors", sweep.keep_up)
        register_tick("search.ship", ticks.ship)
        register_tick("search.tell_of_new", alerts.tell_of_new)
        seed_after_migrate(tables.ensure_tables, "search.tables")
        seed_after_migrate(seed.seed_permissions, "search.permissions")
