"""The command demo: the shipped sample event, end to end."""

import os
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file
from pathlib import Path

import click

from rashomon.cli.output import write_result
from rashomon.errors import RashomonError, ResourceError

TITLE = "Sample event (an exercise, written for rashomon)"


@click.command()
@click.option("-o", "--output", "folder", default="rashomon-demo", show_default=True, metavar="DIR", help="Where to.")
@click.option("--no-open", is_flag=True, help="Only print the path of the dossier.")
def demo(folder: str, no_open: bool) -> None:
    """Build the case of the shipped sample event, write its dossier, and open it in a browser."""
    from rashomon.case import build
    from rashomon.cli.progress import progress_bar
    from rashomon.dossier import render_dossier
    from rashomon.store import open_case

    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RashomonError(f"{folder}: cannot be made: {error.strerror}") from error
    case_path = target / "sample-event.rashomon"
    with sample_event() as reports, progress_bar() as progress:
        build((str(reports),), case_path, progress=progress)
    with open_case(case_path, create=False) as case_file:
        account = case_file.account()
    dossier = target / "sample-event.html"
    write_result(str(dossier), render_dossier(account, title=TITLE))
    click.echo(dossier)
    if not no_open and _has_desktop():
        webbrowser.open(dossier.absolute().as_uri())


@contextmanager
def sample_event() -> Iterator[Path]:
    """The folder with the reports of the sample event. It is part of the installed package; in a checkout of the
    source it stands in `examples/`. Raises `ResourceError` if it is in neither place."""
    from rashomon.resources import resource

    in_source = Path(__file__).resolve().parents[3] / "examples" / "walvis_bay" / "reports"
    if in_source.is_dir():
        yield in_source
        return
    installed = resource("sample_event")
    if not installed.is_dir():
        raise ResourceError("the sample event is missing from this installation")
    with as_file(installed) as folder:
        yield folder


def _has_desktop() -> bool:
    """Without a desktop, Python would start a text browser in the terminal."""
    return sys.platform in ("darwin", "win32") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
