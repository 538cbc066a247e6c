"""Text that a spreadsheet would take for a formula.

A report, or whoever wrote a page that it was read from, can hold `=HYPERLINK(...)` or worse; opened in a spreadsheet it
would run. A cell that begins with one of the signs below, also behind white space, is made text (OWASP: CSV Injection;
ASVS 1.2.10). The full-width forms are read as formulas by spreadsheets set up for East Asian text.
"""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
TEXT_MARK = "'"


def looks_like_formula(text: str) -> bool:
    """True if a spreadsheet may run `text` instead of showing it."""
    return text.startswith(FORMULA_SIGNS) or text.lstrip().startswith(FORMULA_SIGNS)
