from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from hub.core.personal_details.evaluation.posts import Label, LabelledPost
from hub.core.personal_details.finding import find_details
from hub.core.personal_details.kinds import DetailKind, Finding

# What people say in sentences rather than in figures: measured too, held to no promise.
LOOSE_KINDS = frozenset({DetailKind.ADDRESS, DetailKind.AGE_PLACE_DATE})


@dataclass(slots=True)
class Report:
    """Details marked and found by kind, clean posts and those at which it asked."""

    marked: Counter[DetailKind] = field(default_factory=Counter)
    found: Counter[DetailKind] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    clean_posts: int = 0
    interrupted: list[str] = field(default_factory=list)

    def recall(self, kind: DetailKind) -> float:
        return self.found[kind] / self.marked[kind] if self.marked[kind] else 1.0

    @property
    def structured_recall(self) -> float:
        """Of all details of the structured kinds together, the share that was found."""
        marked = {kind: count for kind, count in self.marked.items() if kind not in LOOSE_KINDS}
        return sum(self.found[kind] for kind in marked) / max(1, sum(marked.values()))

    @property
    def share_interrupted(self) -> float:
        return len(self.interrupted) / max(1, self.clean_posts)


def measure(posts: Iterable[LabelledPost]) -> Report:
    """A detail counts as found where a finding of its kind meets it; no page is asked about."""
    report = Report()
    for post in posts:
        findings = find_details(post.text)
        if post.is_clean:
            report.clean_posts += 1
            report.interrupted.extend(finding.quote(post.text) for finding in findings[:1])
        for label in post.labels:
            report.marked[label.kind] += 1
            if any(meets(label, finding) for finding in findings):
                report.found[label.kind] += 1
            else:
                report.missed.append(f"{label.kind}: {post.text[label.start : label.end]}")
    return report


def meets(label: Label, finding: Finding) -> bool:
    return label.kind == finding.kind and label.start < finding.end and finding.start < label.end
