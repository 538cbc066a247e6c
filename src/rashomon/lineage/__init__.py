"""Which report's text comes from which: shared wording, its share, its direction, and the numbers changed in it."""

from rashomon.lineage.link import link_lineage

__all__ = ["link_lineage"]
