"""A sentence model, run by onnxruntime in this process. Needs requirements/semantic.in."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from search.meaning.folder import ModelError, ModelFolder

Vector = NDArray[np.float32]
STORED = np.dtype("<f2")
# Pages and filters of one search ask for the same words again.
QUERIES_KEPT = 200


class Model:
    """Safe in threads. One thread of its own: searches of several people share the processors."""

    def __init__(self, folder: ModelFolder) -> None:
        """Takes a second or less, and the memory of the file. Raises ModelError."""
        self.folder = folder
        self.fingerprint = folder.fingerprint
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        # What libraries raise here has no common class.
        try:
            self.tokenizer = Tokenizer.from_file(str(folder.tokenizer))
            self.tokenizer.no_padding()
            self.tokenizer.enable_truncation(folder.tokens)
            self.session = onnxruntime.InferenceSession(
                str(folder.onnx), options, providers=["CPUExecutionProvider"]
            )
            self.inputs = {given.name for given in self.session.get_inputs()}
            # As long as it may get: a model that reads less must fail here, not in a sweep.
            self.dimensions = int(self.vector("word " * folder.tokens).shape[0])
        except Exception as error:
            raise ModelError(f"{folder.onnx} can't be used: {error}") from error
        self.query = lru_cache(QUERIES_KEPT)(self._query)

    def vector(self, text: str) -> Vector:
        """Of length 1. About 0.1 ms a token of a small model."""
        tokens = np.array([self.tokenizer.encode(text).ids], dtype=np.int64)
        given = {
            "input_ids": tokens,
            "attention_mask": np.ones_like(tokens),
            "token_type_ids": np.zeros_like(tokens),
        }
        wanted = {name: value for name, value in given.items() if name in self.inputs}
        # Of the words, or of the whole where the model itself makes one of them.
        made = np.asarray(self.session.run(None, wanted)[0][0], dtype=np.float32)
        if made.ndim > 1:
            made = made[0] if self.folder.first_token else made.mean(axis=0)
        return made / max(float(np.linalg.norm(made)), 1e-12)

    def _query(self, text: str) -> Vector:
        return self.vector(self.folder.before_query + text)

    def stored(self, passages: Sequence[str]) -> bytes:
        """The vectors of the passages, as rows keep them."""
        before = self.folder.before_passage
        return np.stack([self.vector(before + p) for p in passages]).astype(STORED).tobytes()

    def closeness(self, text: str, stored: Mapping[int, bytes]) -> dict[int, float]:
        """Cosine of the text and the nearest passage of each, -1 to 1."""
        wanted = self.query(text)
        return {key: float((self.read(kept) @ wanted).max()) for key, kept in stored.items()}

    def read(self, stored: bytes) -> Vector:
        """One row for each passage."""
        rows = np.frombuffer(stored, STORED).reshape(-1, self.dimensions)
        return rows.astype(np.float32)
