"""The dossier: what a case shows a person, as one self-contained HTML file."""

from rashomon.dossier.page import render_dossier

__all__ = ["render_dossier"]
