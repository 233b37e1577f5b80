#!/usr/bin/env bash
# Puts veraPDF (9 MB) into var/verapdf/ for tests: it says whether a PDF is what PDF/UA-1 asks for.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

artifact=greenfield-apps
version=1.28.1
file=var/verapdf/$artifact-$version.jar

if [ ! -f "$file" ]; then
    mkdir -p var/verapdf
    mvn --batch-mode --quiet dependency:copy -Dartifact="org.verapdf.apps:$artifact:$version" -DoutputDirectory=var/verapdf
fi
echo "$file holds veraPDF."
