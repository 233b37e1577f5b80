"""Scheduled work of this app."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import Certificate
from courses.services.progress import RENEWAL, renew_from
from hub.core.dates import long_date
from hub.notices.enums import Category
from hub.notices.models import Notice
from hub.notices.services import notify

# The second reminder; the first goes out when renewing becomes possible.
LAST_CALL = datetime.timedelta(days=14)


@transaction.atomic
def remind_of_certificates() -> str:
    """Tells people whose certificates run out soon: when they may renew, and once more at the end.

    One query for the certificates and two for each; they are held, so that two runs at once remind
    once. A course that isn't live any more can't be renewed.
    """
    today = timezone.localdate()
    soon = Certificate.objects.valid(today).newest().filter(valid_until__lte=today + RENEWAL)
    due = soon.filter(course__live=True).select_for_update(of=("self",))
    told = sum(remind(certificate, today) for certificate in due)
    return f"{told} reminded"


def remind(certificate: Certificate, today: datetime.date) -> int:
    url, until = certificate.get_absolute_url(), certificate.valid_until
    first, last = renew_from(certificate), until - LAST_CALL
    since = last if first < last <= today else first
    if today < since:
        return 0
    told = Notice.objects.filter(person_id=certificate.person_id, url=url)
    if told.filter(created_at__date__gte=since).exists():
        return 0
    words = {"course": certificate.course_title, "day": long_date(until)}
    notify(
        people=[certificate.person_id],
        category=Category.TASK,
        text=_("Your certificate for “%(course)s” runs out on %(day)s. Renew it now") % words,
        url=url,
    )
    return 1
