"""A badge is checked with nothing but the hub's published key."""

import datetime
import hashlib
from pathlib import Path
from typing import Any

import jwt
import pytest
import time_machine
from django.test import Client

from courses.badges.credential import badge_id
from courses.badges.keys import make_key
from courses.models import Certificate
from tests.factories.courses import course_with_quiz, earn_certificate, revoke
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db

EMAIL = "sian@agency.example"


@pytest.fixture
def certificate() -> Certificate:
    person = UserFactory(name="Siân Prŷs", email=EMAIL)
    return earn_certificate(person, course_with_quiz())


def address(certificate: Certificate) -> str:
    return f"/certificates/{certificate.code}/badge/"


def signed(certificate: Certificate) -> str:
    answer = sign_in(Client(), certificate.person).get(address(certificate))
    assert answer["Content-Type"] == "application/vc+jwt"
    return answer.content.decode()


def published(client: Client) -> jwt.PyJWKSet:
    return jwt.PyJWKSet.from_dict(client.get("/.well-known/jwks.json").json())


def verified(token: str) -> dict[str, Any]:
    """As another system reads it: by the key that the badge names among those published."""
    key = published(Client())[jwt.get_unverified_header(token)["kid"]]
    return jwt.decode(token, key, algorithms=["EdDSA"])


@pytest.fixture
def badge(certificate: Certificate) -> dict[str, Any]:
    return verified(signed(certificate))


def test_it_is_an_open_badge_of_version_3(badge: dict[str, Any]) -> None:
    assert badge["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert badge["@context"][1].startswith("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0")
    assert badge["type"] == ["VerifiableCredential", "OpenBadgeCredential"]


def test_it_says_who_gave_it(badge: dict[str, Any]) -> None:
    issuer = badge["issuer"]
    assert (issuer["id"], issuer["type"]) == ("http://testserver/", ["Profile"])
    assert issuer["name"]
    assert badge["iss"] == issuer["id"]


def test_its_id_follows_from_the_number_and_does_not_show_it(
    badge: dict[str, Any], certificate: Certificate
) -> None:
    assert badge["id"] == badge["jti"] == badge_id(certificate.code)
    assert certificate.code not in badge["id"].replace("-", "")


def test_it_says_what_was_achieved_and_by_what(
    badge: dict[str, Any], certificate: Certificate
) -> None:
    achieved = badge["credentialSubject"]["achievement"]
    assert badge["credentialSubject"]["type"] == ["AchievementSubject"]
    assert (achieved["type"], achieved["name"]) == (["Achievement"], certificate.course_title)
    assert achieved["id"].startswith("http://testserver/courses/")
    assert achieved["description"]
    assert "Finish every lesson" in achieved["criteria"]["narrative"]


@time_machine.travel("2026-07-01 12:00 +0000", tick=False)
def test_it_is_valid_as_long_as_the_certificate_to_the_end_of_its_last_day() -> None:
    badge = verified(signed(earn_certificate(UserFactory(), course_with_quiz())))
    assert (badge["validFrom"], badge["validUntil"]) == (
        "2026-07-01T12:00:00Z",
        "2028-07-01T23:00:00Z",
    )
    ends = datetime.datetime.fromtimestamp(badge["exp"], tz=datetime.UTC)
    assert f"{ends:%Y-%m-%dT%H:%M:%SZ}" == badge["validUntil"]


def test_it_carries_neither_name_nor_address_but_a_salted_hash(badge: dict[str, Any]) -> None:
    assert "Siân" not in str(badge)
    assert EMAIL not in str(badge)
    identity = badge["credentialSubject"]["identifier"][0]
    hashed = hashlib.sha256(f"{EMAIL}{identity['salt']}".encode()).hexdigest()
    assert identity["identityHash"] == f"sha256${hashed}"
    assert (identity["type"], identity["hashed"]) == ("IdentityObject", True)


def test_two_downloads_of_one_badge_have_different_salts(certificate: Certificate) -> None:
    salts = {
        verified(signed(certificate))["credentialSubject"]["identifier"][0]["salt"]
        for _time in range(2)
    }
    assert len(salts) == 2


def test_a_badge_that_was_changed_is_found_out(certificate: Certificate) -> None:
    head, body, signature = signed(certificate).split(".")
    changed = jwt.utils.base64url_decode(body).replace(b"Course", b"Degree")
    forged = ".".join((head, jwt.utils.base64url_encode(changed).decode(), signature))
    with pytest.raises(jwt.InvalidSignatureError):
        verified(forged)


def test_only_the_public_half_of_the_key_is_published(client: Client) -> None:
    keys = client.get("/.well-known/jwks.json").json()["keys"]
    assert [set(key) for key in keys] == [{"kty", "crv", "x", "kid", "use", "alg"}]


def test_somebody_else_gets_no_badge(certificate: Certificate) -> None:
    assert sign_in(Client(), UserFactory()).get(address(certificate)).status_code == 404


def test_a_revoked_certificate_gives_no_badge(certificate: Certificate) -> None:
    client = sign_in(Client(), revoke(certificate).person)
    assert client.get(address(certificate)).status_code == 404


def revoked_ids(client: Client) -> list[str]:
    answer = client.get("/certificates/revoked.json").json()
    assert answer["issuer"] == "http://testserver/"
    assert all(entry["revoked"] is True for entry in answer["revokedCredential"])
    return [entry["id"] for entry in answer["revokedCredential"]]


def test_it_names_the_list_in_which_it_would_stand_revoked(
    certificate: Certificate, badge: dict[str, Any], client: Client
) -> None:
    status = badge["credentialStatus"]
    assert status["type"] == "1EdTechRevocationList"
    assert client.get(status["id"]).json()["id"] == status["id"]
    assert badge["id"] not in revoked_ids(client)
    revoke(certificate)
    assert badge["id"] in revoked_ids(client)


def test_the_list_of_the_revoked_leads_to_no_person(
    certificate: Certificate, client: Client
) -> None:
    revoke(certificate, reason="The answers were shared.")
    text = client.get("/certificates/revoked.json").content.decode()
    told = [certificate.code, "Siân", EMAIL, "shared", certificate.course_title, "2026"]
    assert [word for word in told if word in text] == []


def test_the_list_of_the_revoked_tells_no_order(client: Client) -> None:
    course = course_with_quiz()
    for _number in range(4):
        revoke(earn_certificate(UserFactory(), course))
    assert revoked_ids(client) == sorted(revoked_ids(client))


def test_it_leads_to_the_page_where_its_certificate_is_checked(
    certificate: Certificate, badge: dict[str, Any]
) -> None:
    assert [one["id"] for one in badge["evidence"]] == [
        f"http://testserver{certificate.get_absolute_url()}"
    ]


def test_without_a_key_none_is_offered(certificate: Certificate, settings: Any) -> None:
    settings.BADGE_KEY_FILE = ""
    client = sign_in(Client(), certificate.person)
    assert address(certificate) not in client.get(certificate.get_absolute_url()).content.decode()
    assert client.get(address(certificate)).status_code == 404
    assert client.get("/.well-known/jwks.json").json() == {"keys": []}


def test_a_made_key_is_for_its_owner_alone_and_never_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "keys" / "badge.pem"
    make_key(file)
    first = file.read_bytes()
    make_key(file)
    assert file.read_bytes() == first
    assert file.stat().st_mode & 0o777 == 0o600
