"""Write results to a file or to standard output, whole or not at all."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rashomon.errors import RashomonError

STANDARD_OUTPUT = "-"


@contextmanager
def _in_words(output: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if output == STANDARD_OUTPUT:
            drop_standard_output()
        name = "standard output" if output == STANDARD_OUTPUT else output
        raise RashomonError(f"{name}: cannot be written: {error.strerror or error}") from error


def drop_standard_output() -> None:
    """What is still buffered can never be written: send it nowhere, or Python would complain when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_result(output: str, content: str | bytes) -> None:
    """Write `content` (text as UTF-8) to the file `output`, or to standard output for `-`.

    A regular file is written beside its place and then moved there: a full disk leaves the old one as it was.
    """
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    with _in_words(output):
        if output == STANDARD_OUTPUT:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        elif os.path.exists(output) and not os.path.isfile(output):
            with open(output, "wb") as device:
                device.write(data)
        else:
            _replace_file(Path(output), data)


def _replace_file(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def open_lines(output: str) -> Iterator[Callable[[str], None]]:
    """A function that writes one line at a time to the file `output`, or to standard output for `-`."""
    if output == STANDARD_OUTPUT:
        stream = sys.stdout.buffer
    else:
        with _in_words(output):
            stream = open(output, "wb")  # noqa: SIM115 (closed below, with errors in words)

    def write(line: str) -> None:
        with _in_words(output):
            stream.write(line.encode("utf-8") + b"\n")
            stream.flush()

    try:
        yield write
    finally:
        if output != STANDARD_OUTPUT:
            with _in_words(output):
                stream.close()
