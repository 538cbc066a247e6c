"""The product is held to the key of the sample event, item by item."""

from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from rashomon.case import build
from rashomon.errors import UsageError
from rashomon.model import Account, Attribution, Extraction, Issue, Question, Reading, Story
from rashomon.model.contract import json_schema, to_json
from rashomon.store import open_case

EVENT = Path(__file__).resolve().parent.parent / "examples" / "walvis_bay"
KEY: dict[str, Any] = yaml.safe_load((EVENT / "key.yaml").read_text(encoding="utf-8"))

# Items of the key that the product misses today, with the reason. The key stays as it is; an item that starts to pass
# must be taken out of this list.
MISSED: dict[str, str] = {}


def items(section: str) -> list[Any]:
    entries = KEY[section]
    numbered = entries.items() if isinstance(entries, dict) else enumerate(entries)
    marked = []
    for number, entry in numbered:
        name = f"{section}-{number}"
        marks = [pytest.mark.xfail(reason=MISSED[name], strict=True)] if name in MISSED else []
        marked.append(pytest.param(number, entry, id=name, marks=marks))
    return marked


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> Account:
    path = tmp_path_factory.mktemp("case") / "sample.rashomon"
    result = build([str(EVENT / "reports")], path)
    assert result.skipped == ()
    with open_case(path, create=False) as case_file:
        return case_file.account()


@pytest.fixture(scope="module")
def story(account: Account) -> Story:
    return account.stories[0]


def by_number(account: Account) -> dict[int, Extraction]:
    return {int(Path(e.document.path).name[:2]): e for e in account.extractions}


@cache
def _numbers(account: Account) -> dict[str, int]:
    return {e.document.id: number for number, e in by_number(account).items()}


def test_twelve_reports_are_one_story(account: Account) -> None:
    """All reports are read, and none falls out of the story."""
    assert len(account.extractions) == 12
    assert [len(story.documents) for story in account.stories] == [12]


def test_the_account_is_valid(account: Account) -> None:
    """What is exported keeps the contract."""
    jsonschema.validate(to_json(account), json_schema(Account))


@pytest.mark.parametrize("number, entry", items("documents"))
def test_document(account: Account, number: int, entry: dict[str, Any]) -> None:
    """Title, outlet, agency, date and body are what the page says."""
    document = by_number(account)[number].document
    body = "\n".join(span.of(document.text) for span in document.body)
    assert entry["body_has"] in body
    assert entry["body_lacks"] not in body
    for field in entry.keys() - {"body_has", "body_lacks"}:
        assert getattr(document, field) == entry[field], field


@pytest.mark.parametrize("number, entry", items("lineage"))
def test_lineage(account: Account, number: int, entry: dict[str, Any]) -> None:
    """Copies are found, and what was changed in them."""
    ids = {n: e.document.id for n, e in by_number(account).items()}
    found = [link for link in account.lineage if {link.copy, link.origin} == {ids[entry["copy"]], ids[entry["origin"]]}]
    assert [link.kind for link in found] == [entry["kind"]]
    changed = [sorted([number.copy_says, number.origin_says]) for number in found[0].changed]
    assert changed == [sorted(pair) for pair in entry["changed"]]


def find_question(story: Story, entry: dict[str, Any]) -> Question:
    wanted = (entry["quantity"], entry["group"], entry.get("forecast", False))
    found = [q for q in story.questions if (q.quantity, q.group, q.forecast) == wanted and q.place is None]
    assert found, f"no question {wanted}; there are {[q.ask for q in story.questions]}"
    return found[0]


def find_reading(account: Account, question: Question, wanted: dict[str, Any]) -> int:
    """The index of the reading that is as the key has it; a report may give one number in several voices."""
    numbers = _numbers(account)
    for i, reading in enumerate(question.readings):
        if (numbers[reading.doc], reading.value) == (wanted["report"], wanted["value"]) and is_as(reading, wanted):
            return i
    readings = [(numbers[r.doc], r.value, r.chain, r.status, r.stands, r.copied_from) for r in question.readings]
    raise AssertionError(f"{question.ask} has no reading {wanted}; there are {readings}")


def is_as(reading: Reading, wanted: dict[str, Any]) -> bool:
    chain = [name.casefold() for name in reading.chain]
    return (
        chain == [name.casefold() for name in wanted.get("chain", reading.chain)]
        and [hop.speaker for hop in reading.hops] == list(reading.chain)
        and reading.status == wanted.get("status", reading.status)
        and reading.stands == wanted.get("stands", reading.stands)
        and (reading.copied_from is not None) == wanted.get("copied", reading.copied_from is not None)
        and ("changed_by" not in wanted or wanted["changed_by"] in [change.by for change in reading.changes])
    )


@pytest.mark.parametrize("number, entry", items("questions"))
def test_question(account: Account, story: Story, number: int, entry: dict[str, Any]) -> None:
    """State, flags, range, readings with their chains, and how readings differ."""
    question = find_question(story, entry)
    for wanted in entry["readings"]:
        find_reading(account, question, wanted)
    for difference in entry.get("differences", []):
        sides = [dict(zip(("report", "value"), difference[side], strict=True)) for side in ("left", "right")]
        pair = {find_reading(account, question, side) for side in sides}
        kinds = [found.kind for found in question.differences if {found.left, found.right} == pair]
        assert kinds == [difference["kind"]], difference
    assert question.state == entry["state"]
    assert [question.range.low, question.range.high] == entry["range"]
    assert set(entry.get("flags", [])) <= set(question.flags)


def find_attributions(extraction: Extraction, content: str) -> list[Attribution]:
    text = extraction.document.text
    return [a for a in extraction.attributions if any(content in " ".join(s.of(text).split()) for s in a.content)]


@pytest.mark.parametrize("number, entry", items("chains"))
def test_chain(account: Account, number: int, entry: dict[str, Any]) -> None:
    """On whose word, through whom, under the names that the speakers have in the story."""
    extraction = by_number(account)[entry["report"]]
    names = {name.casefold(): actor.name for actor in account.stories[0].actors for name in actor.names}
    found = find_attributions(extraction, entry["content"])
    chains = [[names.get(name.casefold(), name).casefold() for name in a.chain] for a in found]
    assert [name.casefold() for name in entry["chain"]] in chains, chains


@pytest.mark.parametrize("number, entry", items("quotations"))
def test_quotation(account: Account, number: int, entry: dict[str, Any]) -> None:
    """Who said it, and whether in their own words."""
    extraction = by_number(account)[entry["report"]]
    found = [(a.kind, a.speaker) for a in find_attributions(extraction, entry["content"])]
    assert (entry["kind"], entry["speaker"]) in found


@pytest.mark.parametrize("number, entry", items("explanations"))
def test_explanation(account: Account, story: Story, number: int, entry: dict[str, Any]) -> None:
    """Who holds or denies which explanation, and whether evidence is said to be missing."""
    numbers = _numbers(account)
    holders = [
        (h.actor or "", h.stance, h.evidence)
        for hypothesis in story.explanations
        for h in hypothesis.holders
        if numbers[h.doc] == entry["report"] and entry["hypothesis"] in (h.blamed or "").casefold()
    ]
    wanted = entry["actor"].casefold()
    assert any(
        actor.casefold() == wanted and stance == entry["stance"] and evidence == entry.get("evidence")
        for actor, stance, evidence in holders
    ), holders


@pytest.mark.parametrize("number, entry", items("actors"))
def test_actor(story: Story, number: int, entry: dict[str, Any]) -> None:
    """All spellings of one actor are one."""
    found = [actor for actor in story.actors if actor.name == entry["name"]]
    assert len(found) == 1
    assert set(entry["spellings"]) <= set(found[0].names)


def test_the_key_covers_every_kind() -> None:
    """Every kind of difference, every state and every status is in the key."""
    questions = KEY["questions"]
    kinds = {d["kind"] for q in questions for d in q.get("differences", [])}
    statuses = {r["status"] for q in questions for r in q["readings"] if "status" in r}
    assert kinds == {"compatible", "grown", "revised", "scope", "conflict"}
    assert {q["state"] for q in questions} == {"agreed", "single origin", "moving", "contested"}
    assert {"asserted", "denied", "retracted", "forecast"} <= statuses


def test_building_twice_changes_nothing(tmp_path: Path) -> None:
    """The same reports again: nothing new, the same account."""
    path = tmp_path / "twice.rashomon"
    first = build([str(EVENT / "reports")], path)
    with open_case(path, create=False) as case_file:
        before = to_json(case_file.account())
    second = build([str(EVENT / "reports")], path)
    with open_case(path, create=False) as case_file:
        assert to_json(case_file.account()) == before
    assert (first.new, second.new, second.known) == (12, 0, 12)
    assert second.skipped == ()


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    """A bad file beside good ones is an issue with a reason."""
    (tmp_path / "empty.txt").write_text("")
    result = build([str(tmp_path / "empty.txt"), str(EVENT / "reports" / "12_undated.txt")], tmp_path / "c.rashomon")
    assert result.new == 1
    assert [isinstance(issue, Issue) and "empty" in issue.document for issue in result.skipped] == [True]


def test_corrections_are_kept_and_applied_on_every_build(tmp_path: Path) -> None:
    """What a person decided stays decided when the case is built again."""
    path, reports = tmp_path / "c.rashomon", [str(EVENT / "reports")]
    lines = [
        '{"action": "same origin", "names": ["Anneline Visser", "Gideon Uushona"]}',
        '{"action": "merge", "names": ["Red Cross", "Immanuel Tjiho"]}',
    ]
    build(reports, path, corrections=lines)
    first = (EVENT / "reports" / "12_undated.txt").read_text(encoding="utf-8")
    (tmp_path / "more.txt").write_text(first.replace("walk out", "march"), encoding="utf-8")
    build([str(tmp_path / "more.txt")], path)
    with open_case(path, create=False) as case_file:
        story = case_file.account().stories[0]
    states = {(q.quantity, q.group): q.state for q in story.questions}
    assert states["missing", "worker"] == "single origin"
    assert states["displaced", None] == "single origin"
    with pytest.raises(UsageError, match="line 1"):
        build(reports, path, corrections=['{"action": "forget"}'])
