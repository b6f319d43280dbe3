"""The words that loosen a figure: "more than", "about", "or so"; and the range that each leaves."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from reconcile.lexicon import words
from reconcile.values.amounts import Amount
from reconcile.values.regex import regex


class Hedge(NamedTuple):
    """A hedge: where it stands, its words, and its kind as the lexicon calls it."""

    start: int
    end: int
    words: str
    kind: str


_TOKEN = regex(r"\S+")
# Words after which "over" gives a reason or a subject, and no bound: "jailed over $3m fraud", "a row over 200 jobs".
_NOT_MORE = (
    *(
        "averag",
        "jailed",
        "imprison",
        "convicted",
        "charged",
        "accus",
        "indict",
        "arrest",
        "detain",
        "sentenc",
    ),
    *("sued", "sues", "suing", "lawsuit", "fined", "sacked", "fired", "quit", "resign", "suspend", "probe"),
    *(
        "investigat",
        "inquiry",
        "trial",
        "tried",
        "court",
        "guilty",
        "row",
        "dispute",
        "feud",
        "clash",
        "battle",
    ),
    *(
        "fight",
        "war",
        "talks",
        "anger",
        "fury",
        "outrage",
        "criticis",
        "criticiz",
        "protest",
        "strike",
        "scandal",
    ),
    *(
        "question",
        "concern",
        "fears",
        "worr",
        "warn",
        "wanted",
        "extradit",
        "blam",
        "condemn",
        "shame",
        "deal",
    ),
)
_AFTER = regex(
    r"\s?(?:\+|-plus\b|\splus\b|\s?(or more|or higher|or fewer|or less|or so|or thereabouts|at least|at most|plus)\b)",
    re.I,
    holds="+|plus|or more|or higher|or fewer|or less|or so|or thereabouts|at least|at most",
)
_AFTER_KINDS = {
    "fewer": "ceiling",
    "less": "ceiling",
    "at most": "ceiling",
    "so": "about",
    "thereabouts": "about",
}
_LONGEST = 4
_ROUGH = Decimal("0.05")
_SHY = Decimal("0.15")


@cache
def _kinds() -> dict[tuple[str, ...], str]:
    return {tuple(line.split(" = ")[0].split()): line.split(" = ")[1] for line in words("hedges")}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(words[-1] for words in _kinds())


_AROUND = "\"'“”‘’(,;:"


def before_hedge(text: str, at: int) -> Hedge | None:
    """The hedge that ends right before `at`, the longest that fits."""
    window = text[max(0, at - 40) : at]
    last = window.rsplit(None, 1)[-1:]
    if not last or last[0].lower().strip(_AROUND) not in _last_words():
        return None
    tokens = list(_TOKEN.finditer(window))[-_LONGEST:]
    kinds = _kinds()
    for skip in range(len(tokens)):
        key = tuple(t.group().lower().strip(_AROUND) for t in tokens[skip:])
        kind = kinds.get(key)
        if kind is not None:
            start = at - len(window) + tokens[skip].start()
            while not text[start].isalnum():
                start += 1
            if key == ("over",) and skip > 0 and tokens[skip - 1].group().lower().startswith(_NOT_MORE):
                return None  # "averaged over 7 critics", "jailed over $3m fraud"
            if key[-1] in ("under", "below") and kind == "below" and _COVER.match(text, at):
                return None  # "the town stood under two metres of water": as deep as that
            if kind == "flat" and skip > 0:
                wider = _before_flat(text, start)
                if wider is not None:
                    return wider
            return Hedge(start, at, " ".join(key), kind)
    return None


_COVER = regex(
    r"[\w.]+(?: and a half)?[ -](?:met(?:re|er)s?|feet|foot|centimet(?:re|er)s?|inch(?:es)?|cm|m|ft) of (?:[a-z]+ )?"
    r"(?:water|floodwater|snow|mud|ice|earth|rubble|debris|ash|sand|soil|rock|concrete|silt)\b"
)


def _before_flat(text: str, at: int) -> Hedge | None:
    """The hedge before an idle word: "at least the three"; None when there is none."""
    found = before_hedge(text, at)
    return found if found is not None and found.kind != "flat" else None


def after_hedge(text: str, at: int) -> Hedge | None:
    """The hedge that follows at `at`: "50 or more", "200-plus"."""
    match = _AFTER.match(text, at, at + len("  or thereabouts of"))
    if match is None:
        return None
    said = (match.group(1) or "or more").lower()
    kind = next((kind for word, kind in _AFTER_KINDS.items() if word in said), "floor")
    return Hedge(match.start(), match.end(), said, kind)


_TRAILING = regex(
    r",?\s(?:give\sor\stake|or\s(?:so|thereabouts)|more\sor\sless)\b", holds="give|so|thereabouts|more"
)
_BEHIND_A_RATE = regex(
    r"\s(?:an?|per)\s(?:second|minute|hour|day|night|week|month|year)(?=\sor\s(?:more|less|fewer)\b)"
)


def trailing(text: str, end: int, amount: Amount) -> tuple[Amount, int]:
    """The amount loosened by a hedge behind what it counts, and where that ends: "120 guests, give or take"; the one
    behind a rate too, "90 trucks a day or more", of which the rate is none of the amount.
    """
    rate = _BEHIND_A_RATE.match(text, end)
    more = after_hedge(text, rate.end()) if rate is not None and amount.exact else None
    if more is not None:
        return bounded(amount, more.kind, more.words), end
    match = _TRAILING.match(text, end, end + len(", or thereabouts of"))
    if match is None or amount.point is None or not amount.exact:
        return amount, end
    return bounded(amount, "about", match.group().strip(", ")), match.end()


def bounded(amount: Amount, kind: str, said: str) -> Amount:
    """`amount` loosened by a hedge of `kind`."""
    point = amount.point
    if point is None or kind == "flat":
        return amount
    size = abs(point)
    if kind == "above":
        return replace(amount, low=point, high=None, above=True, hedge=said)
    if kind == "floor":
        return replace(amount, low=point, high=None, hedge=said)
    if kind == "below":
        return replace(amount, low=None, high=point, below=True, hedge=said)
    if kind == "ceiling":
        return replace(amount, low=None, high=point, hedge=said)
    if kind == "slightly":
        return replace(amount, low=point, high=point + max(amount.step, size * _SHY), above=True, hedge=said)
    if kind == "nearly":
        return replace(amount, low=point - max(size * _SHY, Decimal(0)), high=point, hedge=said)
    slack = max(amount.step / 2 if size >= 10 or amount.unit else Decimal(0), size * _ROUGH)
    return replace(
        amount, low=point - slack, high=point + slack, hedge=said, above=slack > 0, below=slack > 0
    )
