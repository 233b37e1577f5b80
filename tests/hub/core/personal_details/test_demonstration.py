"""Citations, helplines, streets and bodies that the hub itself names never alarm."""

import yaml

from hub.core.personal_details import find_details
from tests.hub.demo.written_content import EVERY_FILE, texts

# Stands on the public page of its route, which is enough not to ask a writer about it.
PUBLISHED = {("email", "help@nspcc.org.uk")}


def test_the_demonstration_alarms_by_nothing_but_what_its_pages_publish() -> None:
    contents = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in EVERY_FILE]
    found = {
        (str(part.kind), part.value)
        for content in contents
        for text in texts(content)
        for part in find_details(text)
    }
    assert found <= PUBLISHED
