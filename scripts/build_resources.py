"""Build the data files in src/rashomon/resources/ from the YAML in resources/.

python scripts/build_resources.py            write NAME.json for every resources/NAME.yaml
python scripts/build_resources.py NAME ...   only these
python scripts/build_resources.py --check    write nothing; exit 1 if a committed file differs
"""

import argparse
import json
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "resources"
TARGET = ROOT / "src" / "rashomon" / "resources"


def build(source: Path) -> str:
    """The JSON text for one YAML file."""
    data = yaml.safe_load(source.read_text(encoding="utf-8"))
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    stale = []
    for source in sorted(SOURCES.glob("*.yaml")):
        if arguments.names and source.stem not in arguments.names:
            continue
        target, text = TARGET / f"{source.stem}.json", build(source)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            stale.append(source.name)
            if not arguments.check:
                target.write_text(text, encoding="utf-8")
    print("changed:" if stale else "up to date", ", ".join(stale))
    return 1 if stale and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
