"""The demonstration with payloads in every text, read by everybody who has a screen there."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.conf import settings
from django.forms.forms import BaseForm
from django.test import Client

from hub.forum.models import Post
from tests.gates.everything import screens
from tests.gates.people import NEWCOMER, client_of, person
from tests.payloads.forms import Form, forms_of
from tests.payloads.payload import MARK, Payload
from tests.payloads.poisoning import poison, texts
from tests.payloads.sending import Outcome, faults_in, is_page, outcome_of

HALFWAY = "halfway"
PASSWORD = settings.DEMO_PASSWORD
# Asks another host before it answers, and none is there.
ASKS_ELSEWHERE = "accounts/oidc/"


@dataclass
class Hub:
    """`wrong` is about pages as they were read, `outcomes` about the forms found there."""

    clients: dict[str, Client] = field(default_factory=dict)
    forms: dict[tuple[str, frozenset[str]], Form] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    outcomes: list[tuple[Form, Outcome]] = field(default_factory=list)
    form_classes: set[type[BaseForm]] = field(default_factory=set)
    read: int = 0
    showing: int = 0

    def client(self, who: str) -> Client:
        if who not in self.clients:
            self.clients[who] = halfway() if who == HALFWAY else client_of(who)
            self.clients[who].raise_request_exception = False
        return self.clients[who]

    def look(self, address: str, who: str) -> None:
        answer = self.client(who).get(address, follow=True)
        self.read += 1
        self.wrong += [f"{address} as {who or 'a stranger'}: {f}" for f in faults_in(answer)]
        if answer.status_code != 200 or not is_page(answer):
            return
        html = answer.content.decode()
        self.showing += MARK in html
        for form in forms_of(html, answer.request["PATH_INFO"], who):
            if not form.route.startswith(ASKS_ELSEWHERE):
                self.forms.setdefault(form.shape, form)

    def send_forms(
        self, payloads: Callable[[str], Sequence[Payload]], *, forged: bool = True
    ) -> None:
        with noted(self.form_classes):
            for form in self.forms.values():
                seed = " ".join([form.route, *sorted(form.values)])
                outcome = outcome_of(self.client(form.who), form, payloads(seed), forged=forged)
                self.outcomes.append((form, outcome))


def poisoned_hub() -> Hub:
    """Call it once on a freshly loaded demonstration."""
    hub = Hub()
    places = list(dict.fromkeys(pages()))
    for _, who in places:
        hub.client(who)  # by an address, which is poisoned next
    poison(texts())
    for address, who in places:
        hub.look(address, who)
    return hub


def halfway() -> Client:
    """Somebody between their password and their second step."""
    client = Client()
    client.post("/accounts/login/", {"login": person("author").email, "password": PASSWORD})
    return client


def pages() -> Iterator[tuple[str, str]]:
    """Every screen that the gates know, and a few more for the sake of their forms."""
    for screen in screens():
        if not screen.template and screen.form is None:
            yield screen.address, screen.who
            if screen.address.startswith("/courses/"):
                yield screen.address, NEWCOMER
    yield "/accounts/2fa/authenticate/", HALFWAY
    answer = Post.objects.filter(number=2, hidden_at=None).earliest("pk")
    yield f"/forum/posts/{answer.pk}/edit/", answer.author.email.split("@")[0]


@contextmanager
def noted(classes: set[type[BaseForm]]) -> Iterator[None]:
    """Collects the classes of forms that payloads reach."""
    before = BaseForm.full_clean

    def full_clean(form: BaseForm) -> None:
        if form.is_bound:
            classes.add(type(form))
        before(form)

    BaseForm.full_clean = full_clean
    yield
    BaseForm.full_clean = before
