"""Which questions to look at again, and why, in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from courses.analysis.questions import QuestionFigures

# Of fewer people, figures say little, and something about single ones.
FEWEST = 20
EASY, HARD, TELLS_NOTHING, NOBODY = 0.95, 0.3, 0.1, 0.02


def reasons(figures: QuestionFigures) -> list[str]:
    """Why it should be looked at again; empty for none, or where too few answered."""
    return list(told(figures)) if figures.asked >= FEWEST else []


def told(figures: QuestionFigures) -> Iterator[str]:
    if figures.facility is not None and figures.facility > EASY:
        yield _("Nearly everybody gets it right: it may ask too little.")
    if figures.facility is not None and figures.facility < HARD:
        yield _("Most get it wrong: look at its words, and at the lesson.")
    if figures.discrimination is not None and figures.discrimination < TELLS_NOTHING:
        yield _("People who do well otherwise get it wrong as often: is the right answer right?")
    right = [choice.share for choice in figures.choices if choice.right]
    for choice in figures.choices:
        if choice.right:
            continue
        if right and choice.share > max(right):
            words = _("More choose “%(answer)s” than what is right.")
            yield words % {"answer": choice.text}
        if choice.share < NOBODY:
            words = _("Hardly anybody chooses “%(answer)s”: a real mistake would test more.")
            yield words % {"answer": choice.text}
