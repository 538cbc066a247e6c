"""Who speaks in a story, as the dossier lists them."""

from rashomon.dossier.reports import list_reports
from rashomon.dossier.speakers import list_speakers
from rashomon.model import Account, Attribution, Document, Extraction, Hop, Span, Story, StoryActor, StoryMention

TEXT = "Officials said the quay is safe."


def report(doc: str) -> Extraction:
    source = Span(0, 9)
    said = Attribution(
        "a1", (source,), (Span(10, 14),), (Span(15, 31),), "indirect", "asserts", "officials", ("officials",), None,
        (Hop("officials", source),),
    )  # fmt: skip
    return Extraction(Document(doc, doc, TEXT, body=(Span(0, 32),), language="en"), (said,))


def actor(identity: str, doc: str) -> StoryActor:
    return StoryActor(identity, "officials", "group", ("officials",), (), (StoryMention(doc, Span(0, 9)),))


def test_namesakes_are_listed_once_and_alone_each_with_its_spellings() -> None:
    """Two groups of one name are one entry with the sayings of both; a single one keeps its mentions."""
    reports = (report("a"), report("b"))
    apart = Story("s", "Quay", ("a", "b"), actors=(actor("g1", "a"), actor("g2", "b")))
    (listed,) = list_speakers(apart, {e.document.id: e for e in reports}, list_reports(Account(reports, (), (apart,))))
    assert (listed.name, listed.sayings, listed.mentioned) == ("officials", 2, 0)
    alone = Story("s", "Quay", ("a",), actors=(actor("g1", "a"),))
    (listed,) = list_speakers(alone, {"a": reports[0]}, list_reports(Account(reports[:1], (), (alone,))))
    assert (listed.sayings, listed.mentioned) == (1, 1)
