"""The data files are what the readable sources say."""

import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.errors import ResourceError
from rashomon.resources import load_resource

ROOT = Path(__file__).resolve().parent.parent


def test_built_files_equal_their_sources() -> None:
    """Nobody edits the built JSON by hand, and nobody forgets to build it."""
    command = [sys.executable, str(ROOT / "scripts" / "build_resources.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("source", sorted((ROOT / "resources").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_source_explains_its_fields(source: Path) -> None:
    """The file opens with a comment that says what each field is."""
    assert source.read_text(encoding="utf-8").startswith("#")


def test_a_missing_file_is_named() -> None:
    """A broken installation says which file is missing."""
    with pytest.raises(ResourceError, match="nowhere"):
        load_resource("nowhere")
