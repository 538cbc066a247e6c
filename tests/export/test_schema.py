"""The JSON Schemas that are shipped."""

import json

import jsonschema
import pytest

from rashomon.export.schema import SCHEMAS, SchemaName, schema_text
from rashomon.resources import resource


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_shipped_schema_is_what_the_model_gives(name: SchemaName) -> None:
    """If this fails, write the file anew: rashomon schema NAME > src/rashomon/resources/schema/NAME.schema.json"""
    assert resource(f"schema/{name}.schema.json").read_text(encoding="utf-8") == schema_text(name)


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_schema_is_a_schema(name: SchemaName) -> None:
    """It keeps to the draft it names."""
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text(name)))
