"""The command that writes the templates into a folder."""

from pathlib import Path

from django.core.management import call_command

from tests.hub.demo.written_content import TOOL_FILES


def test_it_writes_every_template_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    call_command("make_tools", str(tmp_path), verbosity=0)
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert {Path(name).stem for name in first} == {path.stem for path in TOOL_FILES}
    call_command("make_tools", str(tmp_path), verbosity=0)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first
