"""Figures of an example in words: never a count without what it is out of."""

from django.utils.translation import gettext as _

from hub.sharing.models import SharedExample


def figures_in_words(example: SharedExample) -> str:
    """Such as "34 of 52 children who were referred (65%), April 2024 to March 2025." or nothing."""
    if example.counted is None or not example.out_of:
        return ""
    return _("%(counted)d of %(whom)s (%(percent)d%%), %(period)s.") % {
        "counted": example.counted,
        "whom": denominator_in_words(example),
        "percent": round(100 * example.counted / example.out_of),
        "period": example.results_period,
    }


def denominator_in_words(example: SharedExample) -> str:
    return f"{example.out_of} {example.of_whom}" if example.out_of else ""
