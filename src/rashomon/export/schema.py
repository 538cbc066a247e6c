"""JSON Schema of what is exported, generated from the model."""

import json
from inspect import cleandoc
from typing import Literal

from rashomon.model import Account, Extraction
from rashomon.model.contract import json_schema

SchemaName = Literal["extract", "case"]
SCHEMAS: dict[SchemaName, type] = {"extract": Extraction, "case": Account}


def schema_text(name: SchemaName) -> str:
    """The schema of one line of `rashomon extract`, or of the object that `rashomon export --format json` writes.

    The same text is shipped as `rashomon/resources/schema/NAME.schema.json`; a test holds the two equal.
    """
    schema = json_schema(SCHEMAS[name])
    for definition in schema["$defs"].values():
        # Python 3.13 takes the indent out of docstrings and older ones do not; the file is the same with both.
        definition["description"] = cleandoc(definition["description"])
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
