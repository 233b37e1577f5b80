"""Whoever asks whom to ring is shown the ways to do so first."""

import re
from collections.abc import Sequence

from search.engines.base import RERANKED, Hit
from search.query.questions import ASKER, CAN

KIND = "referral"
MOST_FIRST = 2
TELL = r"(?:ring|call|phone|contact|tell|report|speak|talk|turn|refer)"
WHOM = re.compile(rf"\bwho(?:m)?\s+(?:{CAN}\s+{ASKER}|to)\s+{TELL}\b", re.I)
REPORT = re.compile(rf"\b(?:how|where)\s+(?:{CAN}\s+{ASKER}|to)\s+(?:report|refer)\b", re.I)


def routes_first(hits: Sequence[Hit], text: str) -> Sequence[Hit]:
    """The best two referral routes of the best 50 before all others, where `text` asks for one."""
    if not (WHOM.search(text) or REPORT.search(text)):
        return hits
    routes = [hit for hit in hits[:RERANKED] if hit.kind == KIND][:MOST_FIRST]
    return [*routes, *(hit for hit in hits if hit not in routes)]
