"""Several approvers at once, each with a connection of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from hub.access.models import Membership
from hub.users.models import User, Verification, VerificationRequest
from hub.users.services import AlreadyDecided, approve_request
from tests.factories.people import UserFactory
from tests.factories.verification import asked

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = 6


def test_of_six_approvers_at_once_one_decides() -> None:
    request = asked()
    approvers = [UserFactory() for _ in range(AT_ONCE)]
    gate = Barrier(AT_ONCE)

    def approve(by: User) -> bool:
        try:
            gate.wait(timeout=30)
            approve_request(request=VerificationRequest.objects.get(pk=request.pk), by=by)
        except AlreadyDecided:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(AT_ONCE) as pool:
        decided = list(pool.map(approve, approvers))
    assert sum(decided) == 1
    assert (Membership.objects.count(), Verification.objects.count()) == (1, 1)
