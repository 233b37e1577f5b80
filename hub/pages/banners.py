"""The one banner that a page may carry."""

import datetime
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Banner:
    """`tone` is a tone of the banner component: caution, error, success or info."""

    tone: str
    title: str
    text: str = ""
    url: str = ""
    link_text: str = ""


def withdrawn_banner(since: datetime.date, because: str) -> Banner:
    title = _("Withdrawn on %(date)s") % {"date": date_format(since, "j F Y")}
    return Banner("error", title, because or _("Don't rely on this page."))


def overdue_banner(due: datetime.date) -> Banner:
    title = _("Due for review since %(date)s") % {"date": date_format(due, "j F Y")}
    return Banner("caution", title, _("Check the law before you rely on it."))
