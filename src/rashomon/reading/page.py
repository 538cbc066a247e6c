"""A web page → its article's text and what the page says about it."""

import hashlib
import logging
import re

from rashomon.errors import InputError
from rashomon.model import Document, document_id
from rashomon.reading.decoding import UndecodableError, decode

MIN_WORDS = 8
ISO_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")


def read_page(path: str, raw: bytes) -> Document:
    """The document that trafilatura draws from an HTML page: one paragraph a line, and the page's own metadata.

    Raises `InputError` where the page cannot be decoded or holds no article.
    """
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        markup = decode(raw, declared=True)
    except UndecodableError as error:
        raise InputError(path, str(error)) from error
    found = trafilatura.bare_extraction(
        markup,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or isinstance(found, dict) or len((found.text or "").split()) < MIN_WORDS:
        raise InputError(path, "no article was found in this page")
    text = str(found.text)
    published = found.date if found.date is not None and ISO_DAY.fullmatch(found.date) else None
    return Document(
        id=document_id(text),
        path=path,
        text=text,
        title=_kept(found.title),
        byline=_kept(found.author),
        outlet=_kept(found.sitename),
        published=published,
        published_from=None if published is None else "metadata",
        url=_kept(found.url),
        media_type="text/html",
        sha256=hashlib.sha256(raw).hexdigest(),
    )


def _kept(value: str | None) -> str | None:
    return value.strip() if value is not None and value.strip() else None
