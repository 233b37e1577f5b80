"""Notices and subscriptions. Give `person`; the kind is blank unless the test is about access."""

import factory
from django.utils import timezone

from hub.notices.models import Notice, Subscription
from tests.factories.people import UserFactory


class SubscriptionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Subscription

    person = factory.SubFactory(UserFactory)
    kind = "thread"
    object_id = factory.Sequence(lambda n: n + 1)


class NoticeFactory(factory.django.DjangoModelFactory):
    """An unread notice whose email is due."""

    class Meta:
        model = Notice

    person = factory.SubFactory(UserFactory)
    text = factory.Sequence(lambda n: f"Something happened {n}")
    url = "/forum/"
    email_due_at = factory.LazyFunction(timezone.now)
