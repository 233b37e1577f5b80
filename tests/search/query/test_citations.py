import pytest

from hub.access.readers import ANONYMOUS
from hub.legislation.models import ActPage, ProvisionPage
from search.query.citations import cited
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def law() -> dict[str, int]:
    """Provisions of three acts by short names."""
    slavery = pages.act(title="Modern Slavery Act 2015")
    crime = pages.act(title="Serious Crime Act 2015")
    policing = pages.act(title="Policing and Crime Act 2009")
    order = pages.act(title="Criminal Justice and Public Order Act 1994")
    return {
        "msa45": provision(slavery, "Section 45", "defence for victims"),
        "msa14": provision(slavery, "Sections 14 to 23", "prevention orders"),
        "msa3": provision(slavery, "Schedule 4", "offences without the defence"),
        "sca45": provision(crime, "Section 45", "organised crime group"),
        "sca80a": provision(crime, "Section 80A", "phone lines", cite_forms="DDTRO"),
        "pca34": provision(policing, "Sections 34 and 35", "gang injunction"),
        "cjpoa60": provision(order, "Section 60", "stop and search without suspicion"),
    }


def provision(act: ActPage, label: str, what: str, **fields: str) -> int:
    title = f"{label}: {what}"
    return pages.provision(under=act, section_label=label, title=title, **fields).pk


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("s.45 MSA 2015", ["msa45"]),
        ("MSA s45", ["msa45"]),
        ("s45 modern slavery", ["msa45"]),
        ("section 45 of the Modern Slavery Act 2015", ["msa45"]),
        ("what is sec 45 modern slavery act about", ["msa45"]),
        ("s45 serious crime act", ["sca45"]),
        ("section 34 policing and crime act", ["pca34"]),
        ("s34(5) policing and crime act", ["pca34"]),
        ("s35 PCA 2009", ["pca34"]),
        ("s60 cjpoa", ["cjpoa60"]),
        ("s60 stop and search", ["cjpoa60"]),
        ("ss 20-25 msa", ["msa14"]),
        ("sections 14 to 23 modern slavery", ["msa14"]),
        ("schedule 4 modern slavery act", ["msa3"]),
        ("s80A", ["sca80a"]),
        ("s45", ["msa45", "sca45"]),
        ("s45 2015", ["msa45", "sca45"]),
        ("s45 organised crime", ["sca45"]),
    ],
)
def test_a_citation_names_its_provision(law: dict[str, int], text: str, wanted: list[str]) -> None:
    assert [pk for _, pk in cited(text, ANONYMOUS)] == [law[name] for name in wanted]


@pytest.mark.parametrize(
    "text",
    ["45 days", "modern slavery", "s99 msa", "class 45", "s45 msa 1999", "s45 llamas", "s 9999"],
)
def test_what_cites_nothing_here_names_nothing(law: dict[str, int], text: str) -> None:
    assert law
    assert cited(text, ANONYMOUS) == []


def test_the_very_section_comes_before_those_that_hold_it(law: dict[str, int]) -> None:
    wide = provision(ActPage.objects.get(title__startswith="Policing"), "Sections 44 to 50", "all")
    found = [pk for _, pk in cited("s45", ANONYMOUS)]
    assert set(found[:2]) == {law["msa45"], law["sca45"]}
    assert found[2] == wide


def test_a_closed_provision_is_not_named(law: dict[str, int]) -> None:
    pages.restrict(ProvisionPage.objects.get(pk=law["msa45"]))
    assert cited("s45 modern slavery", ANONYMOUS) == []
