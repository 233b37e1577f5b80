"""The one banner that a page may carry."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hub.core.dates import long_date


@dataclass(frozen=True, slots=True)
class Banner:
    """`tone` is a tone of the banner component: caution, error, success or info."""

    tone: str
    title: str
    text: str = ""
    url: str = ""
    link_text: str = ""


def withdrawn_banner(since: datetime.date, because: str) -> Banner:
    title = _("Withdrawn on %(date)s") % {"date": long_date(since)}
    return Banner("error", title, because or _("Don't rely on this page."))


def rests_on_change_banner(since: datetime.date) -> Banner:
    title = _("The law or guidance behind this changed on %(date)s") % {"date": long_date(since)}
    return Banner("caution", title, _("We are checking it. Look at the sources before you act."))


def overdue_banner(due: datetime.date) -> Banner:
    title = _("Due for review since %(date)s") % {"date": long_date(due)}
    return Banner("caution", title, _("Check the law before you rely on it."))
