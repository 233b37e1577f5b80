"""A review that falls due is asked for again and again, each time of the next in line."""

import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from hub.core.dates import long_date
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.pages.keepers import Keepers
from hub.upkeep.due import Kept, due_until
from hub.upkeep.enums import DAYS, Step
from hub.upkeep.models import Reminder

PAGE = "cms_upkeep_page"
FALLS_DUE = _("A page that you keep is due for review on %(day)s")
IS_DUE = _("A page has been due for review since %(day)s. Can you look at it?")
FIRST = datetime.timedelta(days=-DAYS[Step.OWNER])


def remind_of_reviews() -> int:
    """Safe to run at any time; a step goes out once. How many went out now."""
    today = timezone.localdate()
    due = due_until(today + FIRST)
    known = set(
        Reminder.objects.filter(page__in=[row.page_id for row in due]).values_list(
            "page_id", "due_on", "step"
        )
    )
    waiting = [(row, step_on(row.due, today)) for row in due]
    return sum(
        remind_of(row, step) for row, step in waiting if (row.page_id, row.due, step) not in known
    )


def step_on(due: datetime.date, today: datetime.date) -> Step:
    """The last step whose day has come: after a pause of the clock nobody is asked five times."""
    return max(step for step, days in DAYS.items() if (today - due).days >= days)


@transaction.atomic
def remind_of(kept: Kept, step: Step) -> int:
    """Names no page: whoever reads the notice later may not read the page any more."""
    _row, is_new = Reminder.objects.get_or_create(page_id=kept.page_id, due_on=kept.due, step=step)
    if not is_new:
        return 0
    page = Page.objects.get(pk=kept.page_id).specific
    text = FALLS_DUE if step == Step.OWNER else IS_DUE
    notify(
        people=[person.pk for person in Keepers(page).from_link(step)],
        category=Category.TASK,
        text=text % {"day": long_date(kept.due)},
        url=reverse(PAGE, args=[page.pk]),
    )
    return 1
