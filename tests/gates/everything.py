"""All screens that the gates look at."""

from django.core.cache import cache

from tests.gates.accounts import account_screens, sign_in_screens
from tests.gates.areas import area_screens
from tests.gates.content import content_screens
from tests.gates.directory import directory_screens
from tests.gates.groups import group_screens
from tests.gates.own_data import data_screens
from tests.gates.rare import rare_screens
from tests.gates.routes import route_screens
from tests.gates.screens import Screen, drawn
from tests.gates.sharing import sharing_screens
from tests.gates.support import support_screens
from tests.gates.taking_part import (
    forum_screens,
    learning_screens,
    notice_screens,
    saved_search_screens,
)
from tests.gates.verifying import verification_screens
from tests.gates.workshops import teaching_screens, workshop_screens

# Shown by failures that a test can't cause at an address, or by settings that we don't use.
WITHOUT_ADDRESS = (
    "500.html",
    "429.html",
    "403_csrf.html",
    "account/signup_closed.html",
    "account/verified_email_required.html",
    "mydata/erased.html",
    "socialaccount/authentication_error.html",
    "socialaccount/refused.html",
)


def screens() -> list[Screen]:
    """Each once. Call it once on a freshly loaded demonstration: it moves things on there."""
    found = [
        *content_screens(),
        *sign_in_screens(),
        *account_screens(),
        *learning_screens(),
        *workshop_screens(),
        *teaching_screens(),
        *forum_screens(),
        *support_screens(),
        *sharing_screens(),
        *area_screens(),
        *notice_screens(),
        *saved_search_screens(),
        *data_screens(),
        *group_screens(),
        *directory_screens(),
        *verification_screens(),
        *route_screens(),
        *rare_screens(),
        *map(drawn, WITHOUT_ADDRESS),
    ]
    # Making them used up what limits tries, and so would looking at them.
    cache.clear()
    return list(dict.fromkeys(found))
