"""Incidents from their articles: grouping (B-cubed), and the numbers of killed and injured."""

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from predict import predict, read_gold
from scoring import pick, score

from rashomon.case import assemble, compare_group
from rashomon.lineage import link_lineage
from rashomon.model import Extraction, Number, Question, Reading, Story
from rashomon.model.contract import from_json
from rashomon.stories import StoryGroup

QUANTITIES = ("killed", "injured")
# What a report's number counts for, swept on half of the incidents: where reports disagree, numbers of title and lead
# are right about twice as often as those further down (background, other events), and those reckoned from persons or
# from a difference half as often as those written.
VOTE_IN_LEAD, VOTE_BELOW, VOTE_FOR_NONE = 3.0, 1.0, 1.0
LEAD_LENGTH = 300
RECKONED = ("named one by one", "shot, less those killed")


def measure_stories(bench: Path, jobs: int) -> dict[str, object]:
    """Accuracy with given groups, with found groups, from one article alone, and B-cubed of the found groups."""
    folder = bench / "figures_story"
    articles = read_gold(folder / "articles.jsonl")
    by_id = _extract(folder / "articles.jsonl", jobs)
    by_article = {extraction.document.path.rsplit("#", 1)[1]: extraction for extraction in by_id.values()}
    incident_of = {str(article["id"]): str(article["incident"]) for article in articles}
    given = _given(incident_of, by_article)
    account = assemble(tuple(by_id.values()))
    story_of = {document: story for story in account.stories for document in story.documents}
    labels = {a: story_of[e.document.id].id for a, e in by_article.items() if e.document.id in story_of}
    found = {incident: _main_story(names, by_article, story_of) for incident, names in _turn(incident_of).items()}
    starts = {name: e.document.body[0].start if e.document.body else 0 for name, e in by_id.items()}
    single = {incident: _alone(names, by_article) for incident, names in _turn(incident_of).items()}
    with tempfile.TemporaryDirectory() as temporary:
        stories = Path(temporary) / "stories.jsonl"
        stories.write_text("".join(json.dumps({"article": a, "story": s}) + "\n" for a, s in labels.items()))
        figures = {}
        for name, answers in (("given groups", given), ("found groups", found), ("one article", single)):
            predicted = Path(temporary) / "predicted.jsonl"
            predicted.write_text("".join(json.dumps(_line(i, s, starts)) + "\n" for i, s in answers.items()))
            printed = score(bench / "score_figures_story.py", folder / "incidents.jsonl", predicted)
            print(f"== stories, {name}\n{printed}", flush=True)
            figures[f"accuracy, {name}"] = pick(r"^ACC ([\d.]+)", printed)
        printed = score(bench / "score_figures_story.py", "--stories", folder / "articles.jsonl", stories)
    print(f"== stories\n{printed}", flush=True)
    return {**figures, "B-cubed F1 of found groups": pick(r"^B3 ([\d.]+)", printed)}


def _extract(articles: Path, jobs: int) -> dict[str, Extraction]:
    with tempfile.TemporaryDirectory() as temporary:
        predicted = Path(temporary) / "predicted.jsonl"
        predict(articles, predicted, jobs=jobs)
        with predicted.open(encoding="utf-8") as lines:
            extractions = [from_json(Extraction, json.loads(line)) for line in lines]
    return {extraction.document.id: extraction for extraction in extractions}


def _turn(incident_of: dict[str, str]) -> dict[str, list[str]]:
    articles: dict[str, list[str]] = defaultdict(list)
    for article, incident in incident_of.items():
        articles[incident].append(article)
    return articles


def _given(incident_of: dict[str, str], by_article: dict[str, Extraction]) -> dict[str, Story | None]:
    found: dict[str, Story | None] = {}
    for incident, names in _turn(incident_of).items():
        found[incident] = _compare([by_article[name] for name in names if name in by_article])
    return found


def _alone(names: Sequence[str], by_article: dict[str, Extraction]) -> Story | None:
    known = [by_article[name] for name in names if name in by_article]
    return _compare(known[:1])


def _compare(members: Sequence[Extraction]) -> Story | None:
    if not members:
        return None
    ordered = sorted(members, key=lambda e: (e.document.published or "9999", e.document.id))
    group = StoryGroup("given", "given", tuple(e.document.id for e in ordered))
    readable = [extraction.document for extraction in ordered if extraction.document.body]
    return compare_group(group, {e.document.id: e for e in ordered}, link_lineage(readable))


def _main_story(names: Sequence[str], by_article: dict[str, Extraction], story_of: dict[str, Story]) -> Story | None:
    """The story that holds most of an incident's articles."""
    held = [by_article[name].document.id for name in names if name in by_article]
    counts = Counter(story_of[document].id for document in held if document in story_of)
    if not counts:
        return None
    best = max(counts, key=lambda story: (counts[story], story))
    return next(story_of[document] for document in held if document in story_of and story_of[document].id == best)


def _line(incident: str, story: Story | None, starts: Mapping[str, int]) -> dict[str, object]:
    return {"incident": incident, **{quantity: answer(story, quantity, starts) for quantity in QUANTITIES}}


def answer(story: Story | None, quantity: str, starts: Mapping[str, int]) -> int:
    """One number for a story: each report has a vote for the highest total it gives, weighted by where and how it gives
    it; of two with equal weight the one in the later report. A report that gives none votes for none (0). Where no
    report gives a total, the sum over the groups. `starts` is where the article begins in each document.

    No named policy of a question did better: each of them sees only the reports that answer that question.
    """
    if story is None:
        return 0
    parts = {part for question in story.questions for part in question.parts}
    asked = [q for q in story.questions if q.quantity == quantity and not q.forecast and not _is_part(q, parts)]
    totals = [reading for question in asked if question.group is None for reading in question.readings]
    if not totals:
        return sum(int(question.range.high or 0) for question in asked)
    votes: dict[int, float] = {}
    for document in story.documents:
        number, weight = _vote([reading for reading in totals if reading.doc == document], starts[document])
        votes[number] = votes.pop(number, 0.0) + weight
    most = max(votes.values())
    return next(number for number in reversed(votes) if votes[number] == most)


def _vote(readings: Sequence[Reading], start: int) -> tuple[int, float]:
    numbered = [(int(n), reading) for reading in readings if (n := _number(reading)) is not None]
    highest = max((number for number, _ in numbered), default=0)
    if not highest:
        return 0, VOTE_FOR_NONE
    weights = []
    for number, reading in numbered:
        if number == highest:
            leads = min(span.start for span in (reading.span, *reading.also)) - start < LEAD_LENGTH
            weight = VOTE_IN_LEAD if leads else VOTE_BELOW
            weights.append(weight / 2 if reading.qualifier in RECKONED else weight)
    return highest, max(weights)


def _number(reading: Reading) -> Number | None:
    if reading.status != "asserted":
        return None
    return next((n for n in (reading.value, reading.low, reading.high) if n is not None), None)


def _is_part(question: Question, parts: set[str]) -> bool:
    """Whether it counts some of a total, or those that came on top of one."""
    return question.id in parts or question.ask.startswith(("How many of them", "How many more"))
