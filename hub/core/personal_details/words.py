"""Words that look like something else: parts of plates, initials, names. Kept as plain lists."""

from pathlib import Path

LISTS = Path(__file__).resolve().parent / "word_lists"


def words(name: str) -> frozenset[str]:
    """Of one list, read once at import; white space parts the words."""
    return frozenset((LISTS / f"{name}.txt").read_text(encoding="utf-8").split())


# Ours, and those of the 1990 census of the United States (public domain) that aren't words.
FIRST_NAMES = words("first_names")  # borne in Britain, so that "Kai, 14" isn't "Lambeth, 14"
ALSO_WORDS = words("names_that_are_words")  # "will", "grace": written small they say nothing
PLACES = words("places")  # towns, counties and boroughs: "Luton (14)" is a count
SURNAMES_TOO = words("surnames_too")  # words of places with which "Kai Green" ends too
NOT_PERSONS = words("not_persons")  # capitals of sentences, nationalities, parts of documents
SHORT_WORDS = words("short_words")  # three letters that end a plate and stand in sentences too
ACRONYMS = words("acronyms")  # of agencies and forms: "MG11 CPS" is no plate, "SW (14)" nobody
POSTCODE_AREAS = words("postcode_areas")
STREET_WORDS = words("street_words")
BUILDING_WORDS = words("building_words")  # end the names of streets and of buildings
CELTIC_STREET_WORDS = words("celtic_street_words")  # Welsh, Gaelic and Norman: they stand first
NOT_STREETS = words("not_streets")  # "14 November", "3 Crown Court"
VEHICLE_WORDS = words("vehicle_words")  # kinds, makes and what is done with them
MAYBE_VEHICLE_WORDS = words("maybe_vehicle_words")  # "focus" and "estate" are of other things too
FORCE_LETTERS = words("force_letters")  # before the number of a crime
BEFORE_SMALL_STREETS = words("before_small_streets")  # "very close", "main road"
