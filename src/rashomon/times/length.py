"""Lengths of time."""

from rashomon.times.context import VAGUE, Context, Fields, Resolved

DURATION_UNITS = {
    "TS": ("PT", "S", 1), "TM": ("PT", "M", 1), "TH": ("PT", "H", 1), "D": ("P", "D", 1), "N": ("P", "D", 1),
    "W": ("P", "W", 1), "W2": ("P", "W", 2), "M": ("P", "M", 1), "Q": ("P", "Q", 1), "Y": ("P", "Y", 1),
    "WE": ("P", "WE", 1), "E": ("P", "Y", 10), "C": ("P", "Y", 100), "L": ("P", "Y", 1000),
}  # fmt: skip
# Units longer than a year keep their letter where there is no number to multiply ("for decades": PXE).
LONG_UNITS = {"E": "E", "C": "C", "L": "L"}
# What a broken count of a unit is written in: the smaller unit and how many of it make one.
SMALLER = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60), "W": ("D", 7), "D": ("TH", 24)}


def read_duration(fields: Fields, context: Context) -> Resolved:
    """A length of time. A broken count goes over into the next smaller unit ("2 1/2 years": P2Y6M)."""
    prefix, letter, factor = DURATION_UNITS[fields["unit"]]
    count = fields.get("n", VAGUE)
    if count == VAGUE:
        return f"{prefix}X{LONG_UNITS.get(fields['unit'], letter)}", "none"
    number = float(count) * factor
    if number == int(number):
        return f"{prefix}{int(number)}{letter}", "none"
    whole, rest = int(number), number - int(number)
    if fields["unit"] not in SMALLER:
        return f"{prefix}{number:g}{letter}", "none"
    smaller, size = SMALLER[fields["unit"]]
    head = f"{whole}{letter}" if whole else ""
    tail = f"T{round(rest * size)}H" if smaller == "TH" else f"{round(rest * size)}{smaller}"
    return f"{prefix}{head}{tail}", "none"
