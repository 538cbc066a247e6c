"""The walls of the house: who may import whom, no cycles, and a guide to size."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "rashomon"

# Data flows down this list; folders on one line are of the same group and never import each other.
FLOORS = (
    ("errors",),
    ("model",),
    ("resources",),
    ("terms", "clusters"),
    ("reading",),
    ("cleaning",),
    ("annotation",),
    ("attribution", "figures", "times", "places", "actors", "occurrences", "explanations"),
    ("extraction",),
    ("lineage", "stories", "comparison"),
    ("store",),
    ("case",),
    ("export",),
    ("dossier",),
    ("notebook",),
    ("cli",),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
# A guide, not a law: a longer function or module must say here why it is one piece.
LONGEST_FUNCTION = 60
LONGEST_MODULE = 420


def modules() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).parts
    return parts[0].removesuffix(".py")


def imported_rooms(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            names = [node.module] if node.module != "rashomon" else [f"rashomon.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("rashomon.")}
    return found


def test_every_folder_stands_in_the_list() -> None:
    """A new folder must be given its floor."""
    rooms = {room_of(path) for path in modules()} - {"__init__", "__main__"}
    assert rooms <= FLOOR.keys(), f"no floor for {rooms - FLOOR.keys()}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_up_the_list_only(path: Path) -> None:
    """A folder imports only from folders above it, never from one of its own group; so no cycle is possible."""
    room = room_of(path)
    if room in ("__init__", "__main__"):
        return
    for other in imported_rooms(ast.parse(path.read_text(encoding="utf-8"))) - {room}:
        assert FLOOR[other] < FLOOR[room], f"{path.name} in {room} imports {other}"


def test_the_check_sees_a_wrong_import() -> None:
    """The parser of imports finds both forms, so that the test above can fail."""
    tree = ast.parse("import rashomon.cli.program\nfrom rashomon.store import x\nfrom rashomon import dossier")
    assert imported_rooms(tree) == {"cli", "store", "dossier"}


def test_sizes_are_reported(capsys: pytest.CaptureFixture[str]) -> None:
    """What is longer than the guide is named in the output; a function of three screens is refused."""
    long = []
    for path in modules():
        text = path.read_text(encoding="utf-8")
        lines = text.count("\n")
        if lines > LONGEST_MODULE:
            long.append((lines, str(path.relative_to(SOURCE))))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or 0) - node.lineno
                assert length < 3 * LONGEST_FUNCTION, f"{path.name}:{node.name} is {length} lines"
                if length > LONGEST_FUNCTION:
                    long.append((length, f"{path.relative_to(SOURCE)}:{node.name}"))
    with capsys.disabled():
        for lines, what in sorted(long, reverse=True):
            print(f"size guide: {what} {lines} lines")


@pytest.mark.parametrize("word", ["utils", "helpers", "misc", "common", "manager"])
def test_no_module_is_a_drawer(word: str) -> None:
    """Modules are named after what they find."""
    assert not [path for path in modules() if path.stem == word]
