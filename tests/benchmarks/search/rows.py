"""Entries of a large hub, made in bulk: threads above all, in words as unevenly used as ours."""

import datetime
import random
from collections.abc import Iterator
from itertools import islice

from hub.access.enums import Role
from hub.access.models import AccessRule
from hub.access.readers import Reader
from hub.access.rules import Rule, rule
from hub.access.tokens import MEMBER, PUBLIC, area_token, group_token, role_token
from search.models import Entry, EntrySection, EntryText, Labels
from tests.benchmarks.words import Writer

BATCH = 1000
SENTENCES, RARE_WORDS, COMBINATIONS = 20_000, 60_000, 1200
# Of running English one word in eight is none of the few thousand that come all the time.
RARE_ONE_IN = 8
# Kind, how many of a hundred entries, sections at least and at most.
KINDS = (
    ("thread", 82, 1, 0),
    ("guidance", 5, 4, 12),
    ("lesson", 4, 3, 8),
    ("provision", 4, 2, 4),
    ("tool", 3, 1, 3),
    ("term", 2, 1, 1),
)
SYLLABLES = [before + vowel for before in "bdfgklmnprstvz" for vowel in "aeiou"]
FIRST_DAY = datetime.date(2015, 1, 5)
# The reader of the measurement: of a hundred entries 30 are everybody's, 10 are members', and 6
# stand in one area; the other 54 belong to sixty other areas and groups.
READER = Reader(
    user_id=1, tokens=frozenset({PUBLIC, MEMBER, area_token(1), role_token(Role.PRACTITIONER)})
)
OPEN_RULES: tuple[tuple[Rule, int], ...] = (
    (rule(), 30),
    (rule([MEMBER]), 10),
    (rule([area_token(1)]), 6),
)
CLOSED_SHARE, CLOSED_RULES = 54, 60


def rare_word(rank: int) -> str:
    """An invented word of its own for each rank; low ranks are short."""
    letters = ""
    while True:
        rank, place = divmod(rank, len(SYLLABLES))
        letters += SYLLABLES[place]
        if not rank:
            return letters


class Maker:
    """Makes the same entries for the same seed, and goes on where it stopped."""

    def __init__(self, using: str, seed: int = 1) -> None:
        self.using, self.chance = using, random.Random(seed)
        writer = Writer(self.chance)
        self.sentences = [self.with_rare(writer.words()) for _ in range(SENTENCES)]
        self.titles = [writer.title() for _ in range(SENTENCES)]
        self.rules = self.rule_rows()
        self.combinations = [self.combination() for _ in range(COMBINATIONS)]
        self.labels: dict[tuple[str, int], int] = {}
        self.made = 0

    def rule_rows(self) -> tuple[list[int], list[float]]:
        """Ids of the rules, and how many of a hundred entries each has."""
        areas = (rule([area_token(n)]) for n in range(2, 2 + CLOSED_RULES // 2))
        groups = (rule([group_token(n)]) for n in range(1, 1 + CLOSED_RULES // 2))
        shares = [*OPEN_RULES, *((r, CLOSED_SHARE / CLOSED_RULES) for r in (*areas, *groups))]
        rows = AccessRule.objects.using(self.using)
        return [rows.for_rule(r).pk for r, _ in shares], [share for _, share in shares]

    def labels_id(self, kind: str) -> int:
        """Some combinations come far more often than others."""
        which = kind, int(COMBINATIONS ** self.chance.random()) - 1
        if which not in self.labels:
            slugs = {"kind": [kind], **self.combinations[which[1]]}
            self.labels[which] = Labels.objects.using(self.using).for_slugs(slugs).pk
        return self.labels[which]

    def combination(self) -> dict[str, list[str]]:
        def some(name: str, number: int, most: int) -> list[str]:
            return sorted(
                {
                    f"{name}-{self.chance.randrange(number)}"
                    for _ in range(self.chance.randint(0, most))
                }
            )

        return {
            "theme": some("theme", 14, 3),
            "audience": some("audience", 12, 3),
            "nation": some("nation", 4, 1),
            "evidence": some("level", 5, 1),
            "answered": self.chance.choice([[], ["solved"], ["unsolved"]]),
        }

    def rare(self) -> str:
        """Ranks as Zipf has them: 1 to 10 come as often as 10 to 100, and as 100 to 1,000."""
        return rare_word(int(RARE_WORDS ** self.chance.random()))

    def with_rare(self, words: list[str]) -> str:
        return " ".join(
            word if self.chance.randrange(RARE_ONE_IN) else self.rare() for word in words
        )

    def text(self, fewest: int, most: int) -> str:
        """Sentences that come in other texts as well, with a word between that may not."""
        parts = []
        for sentence in self.chance.choices(self.sentences, k=self.chance.randint(fewest, most)):
            parts += [sentence, self.rare()]
        return " ".join(parts)

    def fill(self, total: int) -> None:
        """Brings the database to this many entries: some thousands a second."""
        while self.made < total:
            number = min(BATCH, total - self.made)
            entries = list(islice(self.entries(), number))
            Entry.objects.using(self.using).bulk_create(entries)
            texts, sections = [], []
            for entry in entries:
                parts = list(self.sections(entry))
                texts.append(self.entry_text(entry, parts))
                sections += parts
            EntryText.objects.using(self.using).bulk_create(texts)
            EntrySection.objects.using(self.using).bulk_create(sections)
            self.made += number

    def entries(self) -> Iterator[Entry]:
        names, weights = [kind[0] for kind in KINDS], [kind[1] for kind in KINDS]
        for number in range(self.made + 1, self.made + BATCH + 1):
            kind = self.chance.choices(names, weights)[0]
            yield Entry(
                kind=kind,
                object_id=number,
                rule_id=self.chance.choices(*self.rules)[0],
                labels_id=self.labels_id(kind),
                date=FIRST_DAY + datetime.timedelta(days=self.chance.randrange(4000)),
            )

    def sections(self, entry: Entry) -> Iterator[EntrySection]:
        _, _, fewest, most = next(kind for kind in KINDS if kind[0] == entry.kind)
        # A few threads are long, most are short.
        number = (
            self.chance.randint(fewest, most)
            if most
            else min(200, int(self.chance.paretovariate(0.9)))
        )
        for place in range(number):
            yield EntrySection(
                id=EntrySection.id_for(entry.pk, place),
                entry_id=entry.pk,
                number=place,
                anchor=f"part-{place}",
                heading=self.chance.choice(self.titles) if most else "",
                text=self.text(2, 6),
            )

    def entry_text(self, entry: Entry, sections: list[EntrySection]) -> EntryText:
        return EntryText(
            entry_id=entry.pk,
            title=self.chance.choice(self.titles),
            aliases=self.chance.choice(self.titles) if entry.kind == "term" else "",
            summary=self.text(1, 2) if entry.kind != "thread" else "",
            body="\n".join(part for s in sections for part in (s.heading, s.text) if part),
            url=f"/{entry.kind}/{entry.object_id}/",
        )
