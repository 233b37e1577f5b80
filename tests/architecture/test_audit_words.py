"""Whoever reads the audit record reads words, not names of actions."""

import re
from pathlib import Path

from django.conf import settings

from hub.access.audit.words import choices
from hub.access.enums import Marking
from tests.architecture.source import python_files

ACTION = re.compile(r'action="([a-z-]+\.[a-z_-]+)"')


def test_every_action_that_is_written_out_has_words() -> None:
    root = Path(settings.BASE_DIR)
    texts = [(root / file).read_text() for file in python_files(root)]
    written = {name for text in texts for name in ACTION.findall(text)}
    assert len(written) > 15
    assert written - {name for name, _ in choices()} == set()


def test_every_marking_has_words() -> None:
    assert {f"marking.{level}" for level in Marking} <= {name for name, _ in choices()}
