"""Write what is generated from the code: the JSON Schemas that are shipped, and the reference parts of docs/formats.md.

python scripts/build_reference.py            write them
python scripts/build_reference.py --check    write nothing; exit 1 if a committed file differs
"""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from rashomon.export.schema import SCHEMAS, schema_text
from rashomon.export.tables import TABLES

ROOT = Path(__file__).resolve().parent.parent
FORMATS = ROOT / "docs" / "formats.md"
SCHEMA_FOLDER = ROOT / "src" / "rashomon" / "resources" / "schema"
PART = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def columns_part() -> str:
    """One table of columns for each table of a case."""
    parts = []
    for name, (columns, _) in TABLES.items():
        rows = "".join(f"| `{column.name}` | {column.meaning} |\n" for column in columns)
        parts.append(f"### `{name}`\n\n| column | what stands in it |\n|---|---|\n{rows}")
    return "\n".join(parts)


def keys_part() -> str:
    """One table of keys for each kind of object in the JSON of a case."""
    definitions = json.loads(schema_text("case"))["$defs"]
    parts = []
    for name, definition in definitions.items():
        text = definition["description"]
        if definition["type"] == "array":
            parts.append(f"### {name}\n\n```\n{text}\n```\n")
            continue
        rows = "".join(f"| `{key}` | {kind(schema)} |\n" for key, schema in definition["properties"].items())
        parts.append(f"### {name}\n\n```\n{text}\n```\n\n| key | value |\n|---|---|\n{rows}")
    return "\n".join(parts)


def kind(schema: dict[str, Any]) -> str:
    """The kind of value, in words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(kind(option) for option in schema["anyOf"])
    if schema["type"] == "array":
        return f"list of {kind(schema['items'])}"
    return str(schema["type"])


def written() -> dict[Path, str]:
    """Every generated file and what it must hold."""
    parts = {"columns": columns_part(), "keys": keys_part()}
    formats = PART.sub(lambda match: f"{match[1]}\n{parts[match[2]]}\n{match[3]}", FORMATS.read_text(encoding="utf-8"))
    return {FORMATS: formats, **{SCHEMA_FOLDER / f"{name}.schema.json": schema_text(name) for name in SCHEMAS}}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    stale = [path for path, text in written().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if not arguments.check:
        texts = written()
        for path in stale:
            path.write_text(texts[path], encoding="utf-8")
    print("changed:" if stale else "up to date", ", ".join(path.name for path in stale))
    return 1 if stale and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
