import json
import stat
import zipfile
from pathlib import Path

import pytest

from hub.core.backups.archive import (
    BadArchive,
    Manifest,
    is_safe,
    new_archive,
    open_archive,
    unpack,
)
from hub.core.backups.uploads import add_uploads, restore_uploads


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """An archive of one small file."""
    (tmp_path / "source").write_text("content")
    target = tmp_path / "good.zip"
    with new_archive(target, Manifest("2026-01-01T00:00:00", "sqlite")) as writer:
        writer.add("media/a.txt", tmp_path / "source")
    return target


def rewritten(good: Path, *, change: dict[str, bytes], mode: int = 0) -> Path:
    """The archive with files added or replaced, and the manifest left as it was."""
    target = good.with_name("bad.zip")
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(target, "w") as new:
        for name in {*old.namelist(), *change}:
            item = zipfile.ZipInfo(name)
            item.external_attr = (mode or 0o600 | stat.S_IFREG) << 16
            new.writestr(item, change.get(name) or old.read(name))
    return target


def refuse(path: Path) -> str:
    with pytest.raises(BadArchive) as caught, open_archive(path):
        pass
    return str(caught.value)


def test_what_was_put_in_comes_out(good: Path, tmp_path: Path) -> None:
    with open_archive(good) as (archive, manifest):
        unpack(archive, "media/a.txt", tmp_path / "out" / "a.txt")
    assert list(manifest.files) == ["media/a.txt"]
    assert (tmp_path / "out" / "a.txt").read_text() == "content"


def test_only_its_owner_can_read_it(good: Path) -> None:
    assert stat.S_IMODE(good.stat().st_mode) == 0o600


def test_an_archive_that_was_cut_off_leaves_nothing(tmp_path: Path) -> None:
    half = new_archive(tmp_path / "half.zip", Manifest("", "sqlite"))
    with pytest.raises(OSError, match="disk full"), half:
        raise OSError("disk full")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["../evil", "/etc/evil", "media/../../evil", "media\\..\\evil", "media//evil", "", ".", "a/"],
)
def test_a_name_that_leads_elsewhere_is_unsafe(name: str) -> None:
    assert not is_safe(name)


@pytest.mark.parametrize("name", ["database", "media/images/a b.png", "media/ü.txt"])
def test_a_plain_name_is_safe(name: str) -> None:
    assert is_safe(name)


def test_an_archive_with_such_a_name_is_refused(good: Path) -> None:
    assert "leads out" in refuse(rewritten(good, change={"media/../../evil": b"x"}))


def test_a_link_is_refused(good: Path) -> None:
    assert "is a link" in refuse(rewritten(good, change={}, mode=stat.S_IFLNK | 0o777))


def test_a_changed_file_is_refused(good: Path) -> None:
    assert "checksum" in refuse(rewritten(good, change={"media/a.txt": b"CONTENT"}))


def test_a_file_larger_than_the_manifest_says_is_refused(good: Path) -> None:
    assert "larger" in refuse(rewritten(good, change={"media/a.txt": b"x" * 10_000}))


def test_a_file_nobody_listed_is_refused(good: Path) -> None:
    assert "not those" in refuse(rewritten(good, change={"media/b.txt": b"x"}))


def test_a_missing_file_is_refused(good: Path) -> None:
    manifest = {"made_at": "", "vendor": "sqlite", "missing": [], "format": 1}
    manifest["files"] = {"media/gone.txt": {"sha256": "", "size": 1}}
    changed = json.dumps(manifest).encode()
    assert "not those" in refuse(rewritten(good, change={"manifest.json": changed}))


@pytest.mark.parametrize("text", [b"[]", b"{}", b"no json", b'{"files": {"a": 1}}'])
def test_a_manifest_that_is_none_is_refused(good: Path, text: bytes) -> None:
    assert "no manifest" in refuse(rewritten(good, change={"manifest.json": text}))


def test_what_is_no_zip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.zip").write_bytes(b"no zip at all")
    assert "damaged" in refuse(tmp_path / "bad.zip")


def test_a_flipped_byte_is_refused_or_harmless(good: Path) -> None:
    """Wherever it is: some bytes of a zip mean nothing, and no other may go unseen."""
    content, seen = good.read_bytes(), 0
    for place in range(len(content)):
        good.write_bytes(content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :])
        try:
            with open_archive(good) as (archive, manifest):
                assert archive.read("media/a.txt") == b"content"
                assert list(manifest.files) == ["media/a.txt"]
        except BadArchive:
            seen += 1
    assert seen > len(content) / 2


def test_a_file_deleted_before_it_was_read_is_told(tmp_path: Path) -> None:
    root = tmp_path / "media"
    root.mkdir()
    (root / "kept.txt").write_text("kept")
    manifest = Manifest("", "sqlite")
    with new_archive(tmp_path / "a.zip", manifest) as writer:
        add_uploads(writer, root, {"kept.txt", "gone.txt", "copies/x.zip"}, ("copies",))
    assert manifest.missing == ["gone.txt"]
    assert list(manifest.files) == ["media/kept.txt"]


def test_links_and_folders_left_out_are_not_packed(tmp_path: Path) -> None:
    root = tmp_path / "media"
    (root / "copies").mkdir(parents=True)
    (root / "copies" / "x.zip").write_text("somebody's data")
    (tmp_path / "secret").write_text("secret")
    (root / "link").symlink_to(tmp_path / "secret")
    manifest = Manifest("", "sqlite")
    with new_archive(tmp_path / "a.zip", manifest) as writer:
        add_uploads(writer, root, set(), ("copies",))
    assert manifest.files == {}


def test_restoring_uploads_replaces_what_was_there(good: Path, tmp_path: Path) -> None:
    root = tmp_path / "media"
    root.mkdir()
    (root / "newer.txt").write_text("newer")
    with open_archive(good) as (archive, manifest):
        assert restore_uploads(archive, manifest, root) == 1
    assert {path.name for path in root.iterdir()} == {"a.txt"}
