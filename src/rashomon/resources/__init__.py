"""Lexicons, rules and the gazetteer, as data.

The readable sources are the YAML files in `resources/` at the root of the repository; `scripts/build_resources.py`
turns each `NAME.yaml` into `NAME.json` here, and a test holds the two together.
"""

import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from rashomon.errors import ResourceError


def resource(name: str) -> Traversable:
    """The file or folder `name` shipped in this package."""
    return files("rashomon.resources").joinpath(name)


@cache
def load_resource(name: str) -> Any:
    """The data of `NAME.json`. Read once, when first asked for; treat it as read-only.

    Raises `ResourceError` if the file is missing or is not JSON.
    """
    try:
        return json.loads(resource(f"{name}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ResourceError(f"the shipped data file {name}.json cannot be read: {error}") from error
