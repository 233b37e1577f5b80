"""`make benchmark`: makes the hub where it is missing, then measures it in a process of its own."""

import os
import subprocess
import sys

from tests.benchmarks.hub_file import ROOT, environment, measured_hub

SMALL = "--small"


def main() -> int:
    database = measured_hub(small=SMALL in sys.argv)
    rest = [word for word in sys.argv[1:] if word != SMALL]
    command = [sys.executable, "-m", "tests.benchmarks.measure", *rest]
    # What the page cache gives is measured apart; see measure.py.
    env = {**os.environ, **environment(database), "HUB_PAGE_CACHE": "off"}
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode  # noqa: S603 - our own words


if __name__ == "__main__":
    sys.exit(main())
