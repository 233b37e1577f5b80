"""Finds the question types: every folder beside this file that holds a `type.py`."""

import inspect
import pkgutil
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from courses import questions
from courses.questions.base import QuestionType


@cache
def question_types() -> dict[str, QuestionType]:
    """By name, in the order of their folders. Raises ValueError when two have one name."""
    found: dict[str, QuestionType] = {}
    for package in pkgutil.iter_modules(questions.__path__, f"{questions.__name__}."):
        if package.ispkg:
            module = import_module(f"{package.name}.type")
            for kind in types_in(module.__name__, vars(module).values()):
                if kind.name in found:
                    raise ValueError(f"Two question types are named {kind.name}")
                found[kind.name] = kind
    return found


def types_in(module: str, members: Iterable[object]) -> list[QuestionType]:
    """Types that the module itself defines; those it only imports belong elsewhere."""
    return [
        member()
        for member in members
        if inspect.isclass(member)
        and issubclass(member, QuestionType)
        and not inspect.isabstract(member)
        and member.__module__ == module
    ]


def question_type(name: str) -> QuestionType:
    """The type of that name. Raises KeyError."""
    return question_types()[name]


@cache
def companions(file: str) -> dict[str, ModuleType]:
    """By type, the module of that name in its folder, of those types that have one."""
    paths = {name: f"{questions.__name__}.{name}.{file}" for name in question_types()}
    return {name: import_module(path) for name, path in paths.items() if find_spec(path)}
