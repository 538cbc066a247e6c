"""The model as JSON, and the JSON Schema of it, both read off the dataclasses.

A dataclass becomes an object with its fields as keys, a tuple an array, a `Span` `[start, end]`, a `SharedPassage`
`[copy_start, copy_end, origin_start, origin_end]`. An `Extraction` is flattened: the fields of its document stand
beside what was read from it, and the keys of the contract come first.
"""

from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from rashomon.model.case import Account
from rashomon.model.document import Document
from rashomon.model.extraction import Extraction
from rashomon.model.lineage import SharedPassage
from rashomon.model.span import Span

Json = Any
T = TypeVar("T")
AS_ARRAY: tuple[type, ...] = (Span, SharedPassage)


@cache
def _cached_hints(cls: Any) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls)}


def _hints(cls: Any) -> dict[str, Any]:
    return _cached_hints(cls)


def to_json(value: object) -> Json:
    """`value` (dataclasses, tuples, scalars) as what `json.dumps` takes."""
    if isinstance(value, AS_ARRAY):
        return [getattr(value, name) for name in _hints(type(value))]
    if isinstance(value, Extraction):
        return {**to_json(value.document), **_fields_to_json(value, skip="document")}
    if isinstance(value, Account):
        return {"documents": to_json(value.extractions), **_fields_to_json(value, skip="extractions")}
    if is_dataclass(value):
        return _fields_to_json(value)
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    return value


def _fields_to_json(value: object, skip: str | None = None) -> dict[str, Json]:
    return {name: to_json(getattr(value, name)) for name in _hints(type(value)) if name != skip}


def from_json(cls: type[T], data: Json) -> T:
    """The reverse of `to_json` for a dataclass `cls`; keys that `cls` does not know are ignored."""
    if cls is Extraction:
        rest = {name: data[name] for name in _hints(Extraction) if name != "document"}
        return _build(cls, {"document": {name: data[name] for name in _hints(Document)}, **rest})
    if cls is Account:
        return _build(cls, {**data, "extractions": data["documents"]})
    return _build(cls, data)


def _build(cls: type[T], data: Json) -> T:
    if cls in AS_ARRAY:
        return cls(*data)
    return cls(**{name: _value(hint, data[name]) for name, hint in _hints(cls).items() if name in data})


def _value(hint: Any, data: Json) -> Any:
    if data is None:
        return None
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _value(next(arg for arg in get_args(hint) if arg is not NoneType), data)
    if origin is tuple:
        return tuple(_value(get_args(hint)[0], item) for item in data)
    if is_dataclass(hint) and isinstance(hint, type):
        return from_json(hint, data)
    return data


def json_schema(cls: type) -> dict[str, Json]:
    """The JSON Schema (draft 2020-12) of `cls` as `to_json` writes it."""
    definitions: dict[str, Json] = {}
    reference = _schema(cls, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"rashomon {cls.__name__}",
        **reference,
        "$defs": dict(sorted(definitions.items())),
    }


def _schema(hint: Any, definitions: dict[str, Json]) -> dict[str, Json]:
    scalar = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
    if hint in scalar:
        return {"type": scalar[hint]}
    origin = get_origin(hint)
    if origin is Literal:
        return {"enum": list(get_args(hint))}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(arg, definitions) for arg in get_args(hint)]}
    if origin is tuple:
        return {"type": "array", "items": _schema(get_args(hint)[0], definitions)}
    if not (is_dataclass(hint) and isinstance(hint, type)):
        raise TypeError(f"no JSON Schema for {hint!r}: expected a dataclass, tuple, Literal, union or scalar")
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}
        definitions[hint.__name__] = _object_schema(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _object_schema(cls: type, definitions: dict[str, Json]) -> dict[str, Json]:
    described = {"description": (cls.__doc__ or "").strip()}
    if cls in AS_ARRAY:
        size = len(fields(cls))
        return {**described, "type": "array", "items": {"type": "integer"}, "minItems": size, "maxItems": size}
    hints = dict(_hints(cls))
    if cls is Extraction:
        hints = {**_hints(Document), **{name: hint for name, hint in hints.items() if name != "document"}}
    if cls is Account:
        hints = {"documents": hints.pop("extractions"), **hints}
    properties = {name: _schema(hint, definitions) for name, hint in hints.items()}
    required = [name for name in properties if not (cls is Extraction and name == "text")]
    return {**described, "type": "object", "properties": properties, "required": required}
