from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MyDataConfig(AppConfig):
    name = "hub.mydata"
    verbose_name = _("My data")

    def ready(self) -> None:
        from hub.core.ticks import register_tick
        from hub.mydata import ticks

        register_tick("mydata.make_copies", ticks.start_copying)
        register_tick("mydata.write_ledger", ticks.write_ledger)
        register_tick("mydata.purge", ticks.purge_nightly)
