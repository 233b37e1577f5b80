import pytest

from hub.legislation.clml.addresses import address_of, label_of


@pytest.mark.parametrize(
    ("url", "item", "part"),
    [
        ("https://www.legislation.gov.uk/ukpga/2015/30/section/45", "ukpga/2015/30", "section/45"),
        ("http://www.legislation.gov.uk/id/ukpga/2015/30", "ukpga/2015/30", ""),
        ("http://legislation.gov.uk/asp/2018/9/section/2/", "asp/2018/9", "section/2"),
        (
            "https://www.legislation.gov.uk/ukpga/Eliz2/1-2/14/section/1",
            "ukpga/Eliz2/1-2/14",
            "section/1",
        ),
        (
            "https://www.legislation.gov.uk/ukpga/2018/12/section/45/2019-01-01",
            "ukpga/2018/12",
            "section/45",
        ),
        ("https://www.legislation.gov.uk/anaw/2016/1/section/1/welsh", "anaw/2016/1", "section/1"),
        ("https://www.legislation.gov.uk/uksi/2012/632/made/data.xml", "uksi/2012/632", ""),
        (
            "https://www.legislation.gov.uk/ukpga/2020/17/part/11/chapter/1A#x",
            "ukpga/2020/17",
            "part/11/chapter/1A",
        ),
        (
            "https://www.legislation.gov.uk/ukpga/1985/67/section/6/england+wales",
            "ukpga/1985/67",
            "section/6",
        ),
    ],
)
def test_an_address_names_a_law_and_a_part_of_it(url: str, item: str, part: str) -> None:
    address = address_of(url)
    assert address is not None
    assert (address.item, address.part) == (item, part)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "https://www.legislation.gov.uk/",
        "https://www.legislation.gov.uk/ukpga/2015",
        "https://www.legislation.gov.uk/eur/2016/679/article/6",
        "https://www.legislation.gov.uk.example/ukpga/2015/30",
        "https://example.org/ukpga/2015/30/section/45",
        f"https://www.legislation.gov.uk/ukpga/2015/{'9' * 100}",
        "ftp://www.legislation.gov.uk/ukpga/2015/30",
        "http://[::1/ukpga/2015/30",
    ],
)
def test_other_addresses_name_none(url: str) -> None:
    assert address_of(url) is None


@pytest.mark.parametrize(
    ("part", "provision"),
    [
        ("section/45/1/a", "section/45"),
        ("schedule/4/paragraph/3/2", "schedule/4/paragraph/3"),
        ("schedule/1/part/II/paragraph/5/b", "schedule/1/part/II/paragraph/5"),
        ("schedule/paragraph/3", "schedule/paragraph/3"),
        ("schedule/4", "schedule/4"),
        ("part/4/chapter/1", "part/4/chapter/1"),
    ],
)
def test_a_place_inside_belongs_to_its_numbered_provision(part: str, provision: str) -> None:
    address = address_of(f"https://www.legislation.gov.uk/ukpga/2015/30/{part}")
    assert address is not None
    assert address.provision == provision


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("section/80A", "Section 80A"),
        ("regulation/5", "Regulation 5"),
        ("schedule", "Schedule"),
        ("schedule/1/part/II/paragraph/5", "Schedule 1, Part II, paragraph 5"),
    ],
)
def test_a_path_is_said_in_words(path: str, label: str) -> None:
    assert label_of(path) == label
