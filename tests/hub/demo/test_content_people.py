"""The demonstration's people, threads and ways in, as files."""

from tests.hub.demo.written_content import entries, known_ids, read, threads


def test_posts_come_from_the_demonstration_people() -> None:
    people = {person["key"] for person in read("people")["people"]}
    authors = {post["author"] for thread in threads() for post in [thread, *thread["replies"]]}
    assert authors <= people


def test_the_forum_and_its_people_are_labelled_fictional() -> None:
    assert "Fictional" in read("forum")["label"]
    assert "Fictional" in read("people")["label"]


def test_ten_people_stand_in_organisations_and_areas_that_are_there() -> None:
    people = read("people")
    assert len(people["people"]) == 10
    organisations = {row["slug"] for row in people["organisations"]}
    areas = {row["slug"] for row in people["areas"]}
    assert {
        person["key"]
        for person in people["people"]
        if person["organisation"] not in organisations or person["area"] not in areas
    } == set()


def test_two_partnerships_have_two_agencies_each() -> None:
    people = read("people")
    force_of = {row["slug"]: row["parent"] or row["slug"] for row in people["areas"]}
    agencies: dict[str, set[str]] = {}
    for row in people["organisations"]:
        agencies.setdefault(force_of[row["area"]], set()).add(row["agency_type"])
    assert {force: len(kinds) for force, kinds in agencies.items()} == {
        "ardale-police-area": 2,
        "brimlow-police-area": 2,
    }


def test_the_learner_is_a_member_and_nothing_more() -> None:
    learner = next(person for person in read("people")["people"] if person["key"] == "learner")
    assert [held["role"] for held in learner["roles"]] == ["member"]


def test_the_start_page_offers_six_situations_six_questions_and_seven_themes() -> None:
    home = read("home")
    counts = [len(home[part]) for part in ("situations", "questions", "themes")]
    assert counts == [6, 6, 7]


def test_every_way_in_from_the_start_page_leads_somewhere() -> None:
    home = read("home")
    links = [item["link"] for item in home["situations"] + home["questions"]]
    assert set(links) | {theme["id"] for theme in home["themes"]} <= known_ids()


def test_the_help_page_starts_with_999_and_leads_to_routes_that_are_there() -> None:
    sections = read("help_now")["sections"]
    assert sections[0]["numbers"][0]["number"] == "999"
    assert {section["link"] for section in sections if section["link"]} <= set(entries("referrals"))
