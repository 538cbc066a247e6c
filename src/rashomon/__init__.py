"""Every account of an event, side by side."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rashomon.errors import RashomonError
    from rashomon.notebook import Case, build, open_case

__all__ = ["Case", "RashomonError", "build", "open_case"]

_HOME = {"Case": "notebook", "build": "notebook", "open_case": "notebook", "RashomonError": "errors"}


def __getattr__(name: str) -> Any:
    """Load the stages when one of the public names is first used, so that `import rashomon` costs nothing."""
    if name not in _HOME:
        raise AttributeError(f"module 'rashomon' has no attribute {name!r}; it offers {', '.join(__all__)}")
    return getattr(import_module(f"rashomon.{_HOME[name]}"), name)
