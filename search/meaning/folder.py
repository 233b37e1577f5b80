"""A sentence model in a folder, laid out as sentence-transformers writes it, or plainly.

`model.onnx`, here or in `onnx/`, and `tokenizer.json` are all that must be there. How the words'
vectors become one, what stands before a query or a passage, and how much is read at once come
from the files beside them where there are such files; else the mean, nothing, and 256 tokens.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# A change here, or of how passages are made, embeds everything anew.
FORMAT = "1"
PLACES, PLACE_BYTES = 64, 16384
USUAL_TOKENS, MOST_TOKENS = 256, 512


class ModelError(Exception):
    """The folder holds no model that can be used; the message says why."""


@dataclass(frozen=True, slots=True)
class ModelFolder:
    onnx: Path
    tokenizer: Path
    first_token: bool = False
    before_query: str = ""
    before_passage: str = ""
    tokens: int = USUAL_TOKENS

    @property
    def fingerprint(self) -> str:
        """Tells models apart by a megabyte taken from all over their files: some milliseconds."""
        seen = hashlib.sha256(repr((FORMAT, self.first_token, self.tokens)).encode())
        seen.update(repr((self.before_query, self.before_passage)).encode())
        for file in (self.onnx, self.tokenizer):
            size = file.stat().st_size
            seen.update(str(size).encode())
            with file.open("rb") as opened:
                for place in range(0, size, max(size // PLACES, PLACE_BYTES)):
                    opened.seek(place)
                    seen.update(opened.read(PLACE_BYTES))
        return seen.hexdigest()[:32]


def read_folder(folder: Path) -> ModelFolder:
    """Raises ModelError."""
    onnx = next(filter(Path.is_file, (folder / "model.onnx", folder / "onnx" / "model.onnx")), None)
    tokenizer = folder / "tokenizer.json"
    if onnx is None or not tokenizer.is_file():
        raise ModelError(f"{folder} must hold model.onnx and tokenizer.json")
    prompts = read_json(folder / "config_sentence_transformers.json").get("prompts") or {}
    pooling = read_json(folder / "1_Pooling" / "config.json")
    read = read_json(folder / "sentence_bert_config.json").get("max_seq_length")
    return ModelFolder(
        onnx,
        tokenizer,
        first_token=bool(pooling.get("pooling_mode_cls_token")),
        before_query=prompts.get("query", ""),
        before_passage=prompts.get("document") or prompts.get("passage", ""),
        tokens=min(read, MOST_TOKENS) if isinstance(read, int) else USUAL_TOKENS,
    )


def read_json(file: Path) -> dict[str, Any]:
    """Empty where there is no such file. Raises ModelError for one that is broken."""
    if not file.is_file():
        return {}
    try:
        return dict(json.loads(file.read_text(encoding="utf-8")))
    except (TypeError, ValueError) as error:
        raise ModelError(f"{file}: {error}") from error
