from pathlib import Path

import pytest

from tests import services
from tests.services import (
    chromium,
    missing,
    require_java,
    require_node_package,
    require_postgres,
    require_redis,
    require_semantic_model,
    require_verapdf,
)


def test_a_missing_service_skips_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REQUIRE_SERVICES", raising=False)
    with pytest.raises(pytest.skip.Exception, match="needs Chromium: apt-get"):
        missing("Chromium", "apt-get install chromium")


def test_a_missing_service_fails_where_all_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUIRE_SERVICES", "1")
    with pytest.raises(pytest.fail.Exception, match="needs Chromium"):
        missing("Chromium", "apt-get install chromium")


def test_sqlite_does_not_pass_for_postgresql(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REQUIRE_SERVICES", raising=False)
    with pytest.raises(pytest.skip.Exception, match="make test-postgres"):
        require_postgres("sqlite")


def test_a_named_browser_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/bin/sh")
    assert chromium() is not None
    assert "chromium" not in str(chromium())


def test_the_shell_comes_before_the_whole_browser(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shell, whole = tmp_path / "chromium-headless-shell", tmp_path / "chromium"
    for file in (shell, whole):
        file.touch(mode=0o755)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium() == str(shell)


def test_a_package_that_npm_has_not_brought_skips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REQUIRE_SERVICES", raising=False)
    with pytest.raises(pytest.skip.Exception, match="needs no-such-package: npm ci"):
        require_node_package("no-such-package")


def test_no_redis_skips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REQUIRE_SERVICES", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pytest.skip.Exception, match="needs Redis"):
        require_redis()


def test_no_java_skips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REQUIRE_SERVICES", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pytest.skip.Exception, match="needs Java"):
        require_java()


def test_verapdf_that_was_not_fetched_skips(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("REQUIRE_SERVICES", raising=False)
    monkeypatch.setattr(services, "VERAPDF", tmp_path)
    with pytest.raises(pytest.skip.Exception, match="make verapdf"):
        require_verapdf()


def test_a_sentence_model_that_was_not_fetched_skips(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("REQUIRE_SERVICES", raising=False)
    monkeypatch.setattr(services, "SEMANTIC_MODEL", tmp_path)
    with pytest.raises(pytest.skip.Exception, match="make semantic-model"):
        require_semantic_model()
