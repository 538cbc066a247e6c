"""Bytes become text in the encoding they were written in, or a reason is given."""

import pytest

from rashomon.reading.decoding import UndecodableError, decode, is_readable

RUSSIAN = "В порту сгорели два корабля, сообщило министерство в понедельник. " * 5
JAPANESE = "港で二隻の船が燃えたと当局が月曜日に発表した。" * 8
WINDOWS = "The minister said “no comment” – it’s over…"


@pytest.mark.parametrize(
    "text, encoding",
    [
        ("Two ships burned.\r\nNobody was hurt.", "utf-8"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-8-sig"),
        ("Two ships burned in the harbour of Port Amal.", "utf-16-le"),
        ("Two ships burned in the harbour of Port Amal.", "utf-16-be"),
        (WINDOWS, "cp1252"),
        ("Le café du port était fermé lundi, a déclaré le ministère. " * 3, "cp1252"),
        (JAPANESE, "shift_jis"),
        ("港口两艘船起火，当局周一宣布。" * 8, "gb18030"),
        ("", "utf-8"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "raw, reason",
    [
        ("It’s “over”, he said. ".encode() * 3 + b"\xe2\x80", "broken UTF-8: byte 85"),
        ("It’s “over”. ".encode() * 3 + "“also”".encode("cp1252"), "broken UTF-8"),
        (b"\xff\xfe\x00\xd8\x41", "UTF-16-LE"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_what_would_be_garbled_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(UndecodableError, match=reason):
        decode(raw)


def test_a_page_says_its_own_encoding() -> None:
    raw = ('<meta charset="windows-1251">' + RUSSIAN[:66]).encode("cp1251")
    assert RUSSIAN[:66] in decode(raw, declared=True)
    wrong = b'<meta charset="no-such-encoding">' + WINDOWS.encode("cp1252")
    assert WINDOWS in decode(wrong, declared=True)


@pytest.mark.parametrize(
    "text, yes", [("plain\ttext\r\n", True), ("\x00\x01\x02", False), ("a\ufffdb", False), ("😀 שלום", True)]
)
def test_readable(text: str, yes: bool) -> None:
    assert is_readable(text) is yes
