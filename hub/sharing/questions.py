"""The questions in the order in which they are asked, one a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hub.core.missing import found
from hub.sharing.enums import Part
from hub.sharing.forms import AnswerForm, DocumentForm, PictureForm, about, consent, results
from hub.sharing.forms.files import FileForm


@dataclass(frozen=True, slots=True)
class Question:
    """One page of the form. `form` is what it asks."""

    slug: str
    part: Part
    name: str | Promise
    form: type[AnswerForm] | type[FileForm]

    @property
    def takes_files(self) -> bool:
        return issubclass(self.form, FileForm)

    @property
    def names(self) -> list[str]:
        return self.form.names() if issubclass(self.form, AnswerForm) else []

    @property
    def needed(self) -> list[str]:
        return self.form.needed() if issubclass(self.form, AnswerForm) else []


QUESTIONS = (
    Question("title", Part.WHAT, _("Title and summary"), about.TitleForm),
    Question("place", Part.WHAT, _("Where it was"), about.PlaceForm),
    Question("partners", Part.WHAT, _("Who took part"), about.PartnersForm),
    Question("when", Part.WHAT, _("When it ran"), about.YearsForm),
    Question("themes", Part.WHAT, _("Themes"), about.ThemesForm),
    Question("intervention", Part.WHAT, _("Which intervention"), about.InterventionForm),
    Question("problem", Part.DONE, _("The problem"), about.ProblemForm),
    Question("done", Part.DONE, _("What you did"), about.DoneForm),
    Question("took", Part.DONE, _("What it took"), about.TookForm),
    Question("results", Part.RESULTS, _("What changed"), results.ResultsForm),
    Question("figures", Part.RESULTS, _("The figures"), results.FiguresForm),
    Question("evidence", Part.RESULTS, _("How you know"), results.EvidenceForm),
    Question("did-not-work", Part.RESULTS, _("What didn't work"), results.DidNotWorkForm),
    Question("pictures", Part.FILES, _("Pictures"), PictureForm),
    Question("files", Part.FILES, _("Files to take away"), DocumentForm),
    Question("consent", Part.CONSENT, _("Who agreed"), consent.ConsentForm),
    Question("publisher", Part.CONSENT, _("Who stands behind it"), consent.PublisherForm),
)


def question_named(slug: str) -> Question:
    """Raises Http404 for one that there isn't."""
    return found(next((question for question in QUESTIONS if question.slug == slug), None))


def questions_of(part: Part) -> list[Question]:
    return [question for question in QUESTIONS if question.part == part]


def after(question: Question) -> Question | None:
    """The next one of the same part; None at its end, where the task list comes again."""
    same = questions_of(question.part)
    later = same[same.index(question) + 1 :]
    return later[0] if later else None


def names_of(questions: Iterable[Question]) -> list[str]:
    return [name for question in questions for name in question.names]
