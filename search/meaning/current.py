"""The model of the settings. Without SEMANTIC_MODEL_DIR there is none, and nothing is imported."""

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from search.meaning.folder import ModelError, read_folder

if TYPE_CHECKING:
    from search.meaning.model import Model

logger = logging.getLogger(__name__)


def load(folder: str) -> "Model":
    """Raises ModelError, also where the libraries of the extra are not installed."""
    try:
        module = import_module("search.meaning.model")
    except ImportError as error:
        raise ModelError(f"Install requirements/semantic.in: {error}") from error
    return module.Model(read_folder(Path(folder)))


def loaded(folder: str) -> "Model | None":
    """None, with a line in the log, for a model that can't be used: words are searched anyway."""
    try:
        return load(folder)
    except ModelError:
        logger.exception("Search goes by words alone")
        return None


@cache
def fingerprint_of(folder: str) -> str:
    """Of the model in a folder; empty where none is set, or none that can be read."""
    try:
        return read_folder(Path(folder)).fingerprint if folder else ""
    except ModelError:
        return ""


@cache
def loading(folder: str) -> "Future[Model | None]":
    """Starts to load once in each process."""
    return ThreadPoolExecutor(1, "search-meaning").submit(loaded, folder)


def model() -> "Model | None":
    """The model, waited for."""
    folder = settings.SEMANTIC_MODEL_DIR
    return loading(folder).result() if folder else None


def model_at_hand() -> "Model | None":
    """The model, or None as long as it is loading: the first search of a process does not wait."""
    folder = settings.SEMANTIC_MODEL_DIR
    if not folder or not (started := loading(folder)).done():
        return None
    return started.result()
