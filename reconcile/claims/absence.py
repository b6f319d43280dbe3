"""Absences: what an article says there was none of ("there was no alarm")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.values.regex import regex

TYPE = "absence"

_NONE = regex(
    r"there (?:was|were|is|are|had been|has been|have been) (?:never |actually |in fact )?"
    r"(?:no|never any|not any|not an?)(?: (?P<first>[a-z][a-z-]+))?(?: (?P<second>[a-z][a-z-]+))?"
    r"|ha(?:s|d|ve|ving) (?:had )?no (?P<had>[a-z][a-z-]+)(?: (?P<thing>[a-z][a-z-]+))?"
    r"|without (?:an?|any)(?: (?P<one>[a-z][a-z-]+))(?: (?P<other>[a-z][a-z-]+))?"
    r"|(?:saw|seen|heard|carried|noticed|held|wore|used) no (?P<seen>[a-z][a-z-]+)(?: (?P<sight>[a-z][a-z-]+))?"
    r"|no (?:signs?|indications?|evidence|hint|proof) of (?:(?:the )?(?:use|presence) of )?(?:an?|any)?(?! ?the\b)(?: ?(?P<sign>[a-z][a-z-]+))(?: (?P<of>[a-z][a-z-]+))?"
    r"|no (?P<shown>[a-z][a-z-]+)(?: (?P<kind>[a-z][a-z-]+))? (?:was|were|had been|has been) (?:shown|seen|used|carried|heard|drawn|pointed)\b",
    re.I,
)
_LINK_WORDS = """
in on at of for to and or by with from between about that as but before after when because near above around among
during since over under behind inside
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceClaim(Claim):
    """That there was none of something: `value` is its noun. With `polarity` true, that there was."""

    type: Literal["absence"] = "absence"
    value: str

    def __str__(self) -> str:
        return self.value if self.polarity else f"no {self.value}"


def extract(reading: Reading) -> Iterator[AbsenceClaim]:
    """Yields the things that are said not to have been there."""
    text = reading.document.text
    unseen = _unseen()
    for at, _ in vocabulary(text).places(_OPENERS):
        match = _NONE.match(text, at)
        parts = next((pair for pair in _PARTS if match.group(pair[0])), None) if match else None
        if match is None or parts is None:
            continue  # "there was no 9 o'clock ferry": nothing is named
        pair = [word for word in map(match.group, parts) if word]
        cut = next((i for i, word in enumerate(pair) if word.lower() in _links()), len(pair))
        if cut == 0:
            continue
        noun = (
            pair[0].lower() if cut == 1 or pair[1].lower().endswith(("ed", "ing", "ly")) else pair[1].lower()
        )
        end = match.end() if parts[0] == "shown" else match.end(parts[noun != pair[0].lower()])
        if (
            not pair[min(cut, 2) - 1].islower()
            or noun in unseen
            or pair[0].lower() in unseen
            or len(noun) < (3 if _PARTS[parts] == "see" else 4)
        ):
            continue
        yield reading.claim(
            AbsenceClaim,
            match.start(),
            end,
            value=noun,
            event=_PARTS[parts],
            polarity=False,
            modality="denied",
        )


_SEEN = frozenset(("saw", "seen", "heard", "carried", "noticed", "held", "wore", "used"))
_OPENERS = frozenset(("there", "without", "had", "has", "have", "having", "no")) | _SEEN
_PARTS = {
    ("first", "second"): "be",
    ("had", "thing"): "have",
    ("one", "other"): "lack",
    ("seen", "sight"): "see",
    ("sign", "of"): "see",
    ("shown", "kind"): "see",
}


@cache
def _unseen() -> frozenset[str]:
    return frozenset(words("unseen"))


@cache
def _links() -> frozenset[str]:
    """Words after which what there is none of is named."""
    return frozenset(_LINK_WORDS.split()) | frozenset(words("common"))
