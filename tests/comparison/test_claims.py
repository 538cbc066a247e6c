"""Every claim of a document, each once."""

from dataclasses import replace

from handmade import extraction

from rashomon.comparison.claims import list_claims


def test_a_figure_and_a_bare_statement() -> None:
    """An attribution that carries a figure is that claim; one that carries none is a claim of other content."""
    document = extraction("a", [("killed", 12, "police"), ("killed", 14, "the port")])
    claims = list_claims(replace(document, figures=document.figures[:1]), {("a", "police"): "harbour police"})
    assert [(c.kind, c.about, c.chain, c.origin) for c in claims] == [
        ("figure", "f0", ("harbour police",), "harbour police"),
        ("content", "a1", ("the port",), "the port"),
    ]


def test_the_stance_gives_the_status() -> None:
    """What is denied is a denied claim."""
    document = replace(extraction("a", [("killed", 12, "police")], stance="denies"), figures=())
    assert [claim.status for claim in list_claims(document, {})] == ["denied"]
