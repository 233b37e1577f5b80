from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused
from courses.exchange.table.forms import Cells, TableForm

NAME, TEXT, TO, FEEDBACK, PERCENT = "name", "answer", "goes with", "feedback", "percent"


class ScenarioTable(TableForm):
    """One number after another, in the order in which an editor writes.

    A moment has a name; its choices follow, each with the name of the moment or ending that it goes
    with; endings have a name and a per cent.
    """

    def cells(self, written: Mapping[str, Any]) -> Cells:
        return Cells(numbered=list(parts_of(written)))

    def written(self, cells: Cells) -> dict[str, Any]:
        steps: list[dict[str, Any]] = []
        endings: list[dict[str, Any]] = []
        for part in cells.numbered:
            text = part.get(TEXT, "")
            if part.get(PERCENT):
                name = part.get(NAME, "")
                endings.append({"name": name, "text": text, "percent": part[PERCENT]})
            elif part.get(NAME):
                steps.append({"name": part[NAME], "text": text, "options": []})
            else:
                choice = {"text": text, "to": part.get(TO, ""), "feedback": part.get(FEEDBACK, "")}
                last_of(steps)["options"].append(choice)
        return {"steps": steps, "endings": endings}


def parts_of(written: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    for step in written["steps"]:
        yield {NAME: step["name"], TEXT: step["text"]}
        for option in step["options"]:
            yield {TEXT: option["text"], TO: option["to"], FEEDBACK: option.get("feedback") or ""}
    for end in written["endings"]:
        yield {NAME: end["name"], TEXT: end["text"], PERCENT: end["percent"]}


def last_of(steps: list[dict[str, Any]]) -> dict[str, Any]:
    if not steps:
        raise Refused(_("A choice comes before the first moment has a name."))
    return steps[-1]


FORM = ScenarioTable(
    numbered={"name": NAME, "text": TEXT, "to": TO, "percent": PERCENT, "feedback": FEEDBACK}
)
