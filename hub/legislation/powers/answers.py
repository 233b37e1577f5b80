"""What somebody has answered. The address holds all of it: nothing is kept anywhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from hub.legislation.powers.enums import Concern, Exploited, Problem
from hub.legislation.powers.questions import Question

# Whether what to do first has been read. It is asked for where the person could be exploited.
READ = "read"
YES = "yes"


@dataclass(frozen=True, slots=True)
class Answers:
    """Only answers that the questions know; whatever else an address says is dropped."""

    questions: Mapping[str, Question]
    given: Mapping[str, str]

    @classmethod
    def from_query(cls, query: Mapping[str, str], questions: Mapping[str, Question]) -> "Answers":
        known = {
            name: query[name]
            for name, question in questions.items()
            if query.get(name) in question.options
        }
        read = {READ: YES} if query.get(READ) == YES else {}
        return cls(questions, known | read)

    @property
    def open_question(self) -> Question | None:
        """The first that has no answer yet."""
        return next((q for name, q in self.questions.items() if name not in self.given), None)

    @property
    def exploited(self) -> Exploited:
        return Exploited(self.given["exploited"])

    @property
    def problem(self) -> Problem:
        return Problem(self.given["problem"])

    @property
    def about(self) -> Concern:
        return Concern(self.given["about"])

    @property
    def must_read_first(self) -> bool:
        """Nothing else is asked, and no power is named, before safety is dealt with."""
        given = self.given.get("exploited")
        return bool(given) and Exploited(given).comes_first and READ not in self.given

    def query(self, *without: str) -> str:
        kept = {name: value for name, value in self.given.items() if name not in without}
        return f"?{urlencode(kept)}" if kept else ""

    def before(self, question: Question) -> str | None:
        """The query that shows what came before this question again; None at the first."""
        names = list(self.questions)
        place = names.index(question.name)
        if place == 1 and READ in self.given:
            return self.query(READ)
        return self.query(names[place - 1]) if place else None

    def words(self) -> list[str]:
        """All answers but the first, which the page says in its own way."""
        named = (q.options[self.given[name]] for name, q in self.questions.items())
        return [str(words) for words in named][1:]

    def rows(self) -> list[dict[str, object]]:
        """For the list of answers, each with the way to change it."""
        return [
            {
                "question": question.short,
                "answer": question.options[self.given[name]],
                "url": f"?{self.query(name)[1:]}",
            }
            for name, question in self.questions.items()
            if name in self.given
        ]
