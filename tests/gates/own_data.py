"""Screens of one's own data: nothing yet, a copy under way, one to download, and the way out."""

from collections.abc import Iterator

from hub.mydata.making import make_copies
from hub.mydata.services import ask_for_copy
from tests.gates.people import NEWCOMER, newcomer, person
from tests.gates.screens import Screen, sent

PAGE = "/account/data/"


def data_screens() -> Iterator[Screen]:
    newcomer()
    yield Screen(PAGE, NEWCOMER)
    ask_for_copy(person=person("learner"))
    make_copies.func()
    yield Screen(PAGE, "learner")
    ask_for_copy(person=person("author"))
    yield Screen(PAGE, "author")
    yield Screen(f"{PAGE}erase/", "learner")
    yield sent(f"{PAGE}erase/", "learner", words="no")
    yield Screen(f"{PAGE}erase/", "admin")
