"""Rules about source files that no linter of ours knows. Each returns what breaks it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.layers import OWN_ROOTS, app_of

LINES_AT_MOST = 400
JUNK_DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc"}
AUTO_NAMED = re.compile(r"^\d{4}_(auto_|initial$|.*_and_more$)|^\d{4}_\w*?_?\d{6,}")
READS_ENVIRONMENT = {"manage.py", "hub/wsgi.py", "hub/asgi.py"}


def python_files(root: Path) -> list[Path]:
    """Every source file of the three roots, migrations too, relative to the project's folder."""
    return [
        file.relative_to(root) for name in OWN_ROOTS for file in sorted((root / name).rglob("*.py"))
    ]


def is_view(file: Path) -> bool:
    return file.stem == "views" or "views" in file.parts


def lines_beyond(text: str, limit: int = LINES_AT_MOST) -> int:
    """How many lines the text has above the limit."""
    return max(0, len(text.splitlines()) - limit)


def is_junk_drawer(file: Path) -> bool:
    return bool(JUNK_DRAWERS.intersection((file.stem, *file.parent.parts)))


def is_auto_named(file: Path) -> bool:
    """Whether a migration kept the name that Django made up."""
    return bool(AUTO_NAMED.match(file.stem))


def chain(node: ast.expr) -> str:
    """A dotted expression as text: `Model.objects.get`."""
    if isinstance(node, ast.Attribute):
        return f"{chain(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def bare_gets(text: str) -> list[int]:
    """Lines that fetch a named object past its access function."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    return [call.lineno for call in calls if chain(call.func).endswith(".objects.get")]


def environment_reads(text: str) -> list[int]:
    """Lines that read the process environment."""
    found = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Attribute)]
    return [node.lineno for node in found if chain(node) in {"os.environ", "os.getenv"}]


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def inner_imports(text: str) -> list[int]:
    """Lines inside functions that import from the project, which hides a cycle; `ready` may."""
    return [
        node.lineno
        for function in functions(ast.parse(text))
        if function.name != "ready"
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom) and any(map(app_of, imported(node)))
    ]


def imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    """The modules of an import; one that starts with a dot is the project's own."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{OWN_ROOTS[0]}.{node.module}" if node.level else node.module or ""]
