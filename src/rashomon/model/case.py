"""A set of reports and all that was read from them."""

from dataclasses import dataclass

from rashomon.model.extraction import Extraction
from rashomon.model.lineage import Lineage
from rashomon.model.story import Story


@dataclass(frozen=True, slots=True)
class Account:
    """Everything a case shows: the extractions in order of document id, the lineage between them, and the stories."""

    extractions: tuple[Extraction, ...]
    lineage: tuple[Lineage, ...]
    stories: tuple[Story, ...]
