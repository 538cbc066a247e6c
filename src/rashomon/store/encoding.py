"""Model objects as JSON text that any UTF-8 reader takes."""

import json
import re

from rashomon.model.contract import to_json

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def json_text(value: object) -> str:
    """`value` (a model object, a tuple of them, or what JSON knows) as one line of JSON.

    Half a surrogate pair, which a broken web page or JSON record can hold, is no Unicode character and cannot be
    written as UTF-8; it becomes its JSON escape, so that it reads back as it was and every offset holds.
    """
    text = json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":"))
    return LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def storable(text: str) -> str:
    """`text` for a database column: half surrogate pairs and undecodable bytes of a file name as backslash escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
