"""The words of a units' file: who owns a unit, and how the columns of owners and of residents are headed; all as they are looked up."""

PRIVATE_WORDS = frozenset(["privat", "privata", "enskild", "fristaende", "extern", "externt", "ja"])
PUBLIC_WORDS = frozenset(
    [
        "offentlig",
        "offentligt",
        "region",
        "regionen",
        "regional",
        "egen_regi",
        "egenregi",
        "kommun",
        "kommunal",
        "kommunen",
        "intern",
        "nej",
    ]
)
OWNER_HEADINGS = frozenset(["driftsform", "driftform", "drift", "regi", "agare", "agarform", "huvudman", "privat"])
_COUNTED = ("listade", "invanare", "listade_invanare", "elever", "barn")
LISTED_HEADINGS = frozenset([*_COUNTED, *(f"antal_{each}" for each in _COUNTED), "antal"])
