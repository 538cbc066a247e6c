"""The JSON of the contract: one object a document for `extract`, one object a case for `export --format json`."""

from collections.abc import Iterator
from typing import Any

from rashomon.model import Account, Extraction
from rashomon.model.contract import to_json
from rashomon.store.encoding import json_text


def extraction_line(extraction: Extraction) -> str:
    """One document as one line of JSON Lines, without the line end."""
    return json_text(extraction)


def extraction_lines(account: Account) -> Iterator[str]:
    """Every document of the case as one line of JSON Lines, in order of document id."""
    return (extraction_line(extraction) for extraction in account.extractions)


def account_text(account: Account, *, with_text: bool = True) -> str:
    """The whole case as one JSON object, with a line end. `with_text` False leaves the reports' text out, for a case
    whose reports may not be passed on; offsets then still point into the text that the id is a hash of."""
    data: dict[str, Any] = to_json(account)
    if not with_text:
        for document in data["documents"]:
            del document["text"]
    return json_text(data) + "\n"
