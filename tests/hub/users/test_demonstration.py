import pytest
from django.core.checks import run_checks
from django.test import Client
from pytest_django.fixtures import Settings

from hub.users import checks
from hub.users.demonstration import refused_here
from tests.factories.people import PASSWORD, UserFactory, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def production(settings: Settings) -> Settings:
    settings.DEMO = False
    return settings


def demonstration_person() -> object:
    return UserFactory(email="admin@demo.example")


def test_the_demonstration_signs_its_people_in(client: Client) -> None:
    person = demonstration_person()
    response = client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    assert response.url == "/"


def test_production_refuses_their_password(client: Client, production: Settings) -> None:
    person = demonstration_person()
    response = client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    assert response.url == "/accounts/inactive/"
    assert "_auth_user_id" not in client.session


def test_production_ends_sessions_that_they_had(client: Client, production: Settings) -> None:
    sign_in(client, demonstration_person())
    assert client.get("/account/").status_code == 302


def test_only_the_demonstration_domain_is_refused(production: Settings) -> None:
    assert refused_here("Admin@Demo.Example")
    assert not refused_here("admin@notdemo.example")


def test_production_with_demonstration_accounts_fails_its_check(
    production: Settings,
) -> None:
    demonstration_person()
    found = checks.check_demonstration_accounts(None, databases=["default"])
    assert [error.id for error in found] == ["users.E002"]


def test_production_with_real_people_passes(production: Settings) -> None:
    UserFactory()
    assert checks.check_demonstration_accounts(None, databases=["default"]) == []


@pytest.mark.parametrize(("demo", "installed"), [(True, False), (False, True)])
def test_demo_and_its_app_go_together(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, demo: bool, installed: bool
) -> None:
    settings.DEMO = demo
    monkeypatch.setattr(checks.apps, "is_installed", lambda _name: installed)
    assert [error.id for error in checks.check_demonstration_settings(None)] == ["users.E001"]


def test_the_demonstration_itself_passes() -> None:
    ids = {error.id for error in run_checks(tags=["security", "database"], databases=["default"])}
    assert ids.isdisjoint({"users.E001", "users.E002"})
