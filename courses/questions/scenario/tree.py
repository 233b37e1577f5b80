"""Walking through the moments of a situation."""

from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter

from django.utils.translation import gettext as _

from courses.questions.base import Data, repeated, twice
from courses.questions.weights import from_percent, percent_problem

Chosen = list[tuple[Data, Data]]


def named(things: Sequence[Data], name: str) -> Data | None:
    return next((thing for thing in things if thing["name"] == name), None)


def walk(data: Data, path: Sequence[object]) -> Chosen | None:
    """Each moment with what was chosen there; None where the ids lead nowhere."""
    step, chosen = data["steps"][0], []
    for pk in path:
        options = step["options"] if step else []
        option = next((one for one in options if one["id"] == pk), None)
        if option is None:
            return None
        chosen.append((step, option))
        step = named(data["steps"], option["to"])
    return chosen


def step_after(data: Data, path: Sequence[object]) -> Data | None:
    """The moment that these choices lead to; None at an ending."""
    chosen = walk(data, path)
    if chosen is None:
        return None
    return named(data["steps"], chosen[-1][1]["to"]) if chosen else data["steps"][0]


def end_of(data: Data, path: Sequence[object]) -> Data | None:
    chosen = walk(data, path)
    return named(data["endings"], chosen[-1][1]["to"]) if chosen else None


def ways(data: Data) -> dict[str, set[str]]:
    """By the name of a moment, the names that its choices lead to."""
    return {step["name"]: {option["to"] for option in step["options"]} for step in data["steps"]}


def leading_to_whole_mark(data: Data) -> set[str]:
    """The names of moments and endings from which the whole mark can still be earned."""
    good = {end["name"] for end in data["endings"] if from_percent(end["percent"]) == 1}
    leads = ways(data)
    for name in TopologicalSorter(leads).static_order():
        if leads.get(name, set()) & good:
            good.add(name)
    return good


def tree_problems(data: Data) -> list[str]:
    """What an editor must mend so that every way comes to an ending."""
    problems = [percent_problem(end["percent"]) for end in data["endings"]]
    if same := twice([thing["name"] for thing in (*data["steps"], *data["endings"])]):
        problems.append(_("Two moments or endings are named “%(name)s”.") % {"name": same})
    for step in data["steps"]:
        problems += repeated([option["text"] for option in step["options"]])
    problems = [problem for problem in (*problems, *loose_ends(data)) if problem]
    return problems or way_problems(data)


def loose_ends(data: Data) -> Iterator[str]:
    known = {thing["name"] for thing in (*data["steps"], *data["endings"])}
    for step in data["steps"]:
        for option in step["options"]:
            if option["to"] not in known:
                told = {"text": option["text"], "to": option["to"]}
                yield _("“%(text)s” leads to “%(to)s”, which isn't there.") % told


def way_problems(data: Data) -> list[str]:
    leads = ways(data)
    try:
        TopologicalSorter(leads).prepare()
    except CycleError as error:
        return [_("“%(name)s” leads back to itself.") % {"name": error.args[1][0]}]
    reached, todo = set(), [data["steps"][0]["name"]]
    while todo:
        name = todo.pop()
        if name not in reached:
            reached.add(name)
            todo += leads.get(name, ())
    names = [thing["name"] for thing in (*data["steps"], *data["endings"])]
    problems = [
        _("Nothing leads to “%(name)s”.") % {"name": name} for name in names if name not in reached
    ]
    if not any(from_percent(end["percent"]) == 1 for end in data["endings"]):
        problems.append(_("One ending must earn 100 per cent."))
    return problems
