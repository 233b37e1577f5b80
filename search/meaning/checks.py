from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from search.meaning.folder import ModelError, read_folder

LIBRARIES = ("onnxruntime", "tokenizers")


def check_model(app_configs: Sequence[AppConfig] | None, **_kwargs: Any) -> list[CheckMessage]:
    """Without this a hub whose model is missing would search by words and tell only its log."""
    if not settings.SEMANTIC_MODEL_DIR:
        return []
    missing = [name for name in LIBRARIES if find_spec(name) is None]
    if missing:
        hint = "Install requirements/semantic.in, or take SEMANTIC_MODEL_DIR out."
        return [Error(f"{' and '.join(missing)} must be installed.", hint=hint, id="search.E001")]
    try:
        read_folder(Path(settings.SEMANTIC_MODEL_DIR))
    except ModelError as error:
        return [Error(str(error), hint="See SEMANTIC_MODEL_DIR.", id="search.E002")]
    return []


def connect() -> None:
    register(check_model)
