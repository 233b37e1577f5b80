from search.models.content_request import ContentRequest
from search.models.entry import Entry, EntryText
from search.models.judged import Evaluation, JudgedQuery, JudgedThing
from search.models.labels import Labels
from search.models.logged import LoggedSearch, SearchCount
from search.models.pin import Pin
from search.models.removal import Removal
from search.models.saved import SavedSearch
from search.models.section import SECTIONS_PER_ENTRY, EntrySection
from search.models.vector import EntryVector

__all__ = [
    "SECTIONS_PER_ENTRY",
    "ContentRequest",
    "Entry",
    "EntrySection",
    "EntryText",
    "EntryVector",
    "Evaluation",
    "JudgedQuery",
    "JudgedThing",
    "Labels",
    "LoggedSearch",
    "Pin",
    "Removal",
    "SavedSearch",
    "SearchCount",
]
