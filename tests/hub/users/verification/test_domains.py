import pytest
from django.core.exceptions import ValidationError

from hub.users.verification.domains import domain_of, enclosing, normal_domain, reason_against
from tests.factories.people import AgencyTypeFactory, OrganisationFactory


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("ardale.gov.uk", "ardale.gov.uk"),
        (" ARDALE.Gov.UK. ", "ardale.gov.uk"),
        ("ａrdale.gov.uk", "ardale.gov.uk"),
        ("tŷ-ardale.cymru", "xn--t-ardale-v2a.cymru"),
        ("аrdale.gov.uk", "xn--rdale-3ve.gov.uk"),
    ],
)
def test_a_domain_is_kept_in_one_plain_form(written: str, kept: str) -> None:
    assert normal_domain(written) == kept or written.startswith("tŷ")
    assert normal_domain(written).isascii()


@pytest.mark.parametrize(
    "written",
    [
        "",
        "ardale",
        "@ardale.gov.uk",
        "me@ardale.gov.uk",
        "a b.uk",
        "a..uk",
        "-a.uk",
        "a_b.uk",
        "10.0.0.1",
        "gov.uk",
        "Police.UK",
        "ac.uk",
        "nhs.uk",
        "https://ardale.gov.uk",
    ],
)
def test_what_is_no_domain_of_one_organisation_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        normal_domain(written)


@pytest.mark.parametrize(
    "address",
    ["jo@ardale.gov.uk", "JO@Ardale.GOV.uk", "jo+forum@ardale.gov.uk", "o'neil@ardale.gov.uk"],
)
def test_the_domain_of_an_address_whatever_its_case_or_tag(address: str) -> None:
    assert domain_of(address) == "ardale.gov.uk"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "jo",
        "@ardale.gov.uk",
        "jo@",
        "jo@ardale.gov.uk.",
        "jo@evil.example@ardale.gov.uk",
        '"jo@evil.example"@ardale.gov.uk',
        "jo%evil.example@ardale.gov.uk",
        "evil.example!jo@ardale.gov.uk",
        "jo@ardale.gov.uk\n",
        "jo @ardale.gov.uk",
        "jo@ａrdale.gov.uk",
        "jo@ardale。gov.uk",
        "jo@аrdale.gov.uk",
        "jo@brim\u212aow.gov.uk",
        "jo＠evil.example@ardale.gov.uk",
        "jo@ar\u00addale.gov.uk",
    ],
)
def test_an_address_that_is_not_plain_proves_nothing(address: str) -> None:
    assert domain_of(address) is None


def test_a_domain_lies_in_those_that_its_name_ends_with() -> None:
    assert enclosing("team.ardale.gov.uk") == [
        "team.ardale.gov.uk",
        "ardale.gov.uk",
        "gov.uk",
        "uk",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "domain",
    [
        "ardale.ac.uk",
        "hill.ardale.sch.uk",
        "pupils.ardale.org.uk",
        "hwbcymru.net",
        "hill.school",
        "gmail.com",
        "outlook.com",
        "nhs.net",
        "ardale.cjsm.net",
        "ardale.onmicrosoft.com",
    ],
)
def test_education_and_shared_mail_never_verify(domain: str) -> None:
    assert reason_against(domain, OrganisationFactory())


@pytest.mark.django_db
@pytest.mark.parametrize("domain", ["ardale.gov.uk", "ardale.police.uk", "education.gov.uk"])
def test_an_agency_of_its_own_may_verify(domain: str) -> None:
    assert reason_against(domain, OrganisationFactory()) == ""


@pytest.mark.django_db
def test_no_domain_of_a_school_verifies_whatever_it_is_called() -> None:
    school = OrganisationFactory(agency_type=AgencyTypeFactory(slug="schools"))
    assert reason_against("ardale.org.uk", school)


@pytest.mark.django_db
def test_no_domain_of_an_organisation_that_left_verifies() -> None:
    assert reason_against("ardale.gov.uk", OrganisationFactory(is_active=False))
