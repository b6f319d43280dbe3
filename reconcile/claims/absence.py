"""Absences: what an article says there was none of ("there was no alarm")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "absence"

_SEEN = ("saw", "seen", "heard", "carried", "noticed", "held", "wore", "used")
_BE = regex(
    r"there (?:was|were|is|are|had been|has been|have been) (?:never |actually |in fact )?"
    r"(?:no|never any|not any|not an?)(?: (?P<thing>[a-z][a-z-]+))?(?: (?P<second>[a-z][a-z-]+))?",
    re.I,
)
_HAVE = regex(r"ha(?:s|d|ve|ving) (?:had )?no (?P<thing>[a-z][a-z-]+)(?: (?P<second>[a-z][a-z-]+))?", re.I)
_LACK = regex(r"without (?:an?|any)(?: (?P<thing>[a-z][a-z-]+))(?: (?P<second>[a-z][a-z-]+))?", re.I)
_SIGHT = regex(
    rf"(?:{'|'.join(_SEEN)}) no (?P<thing>[a-z][a-z-]+)(?: (?P<second>[a-z][a-z-]+))?",
    re.I,
)
_SIGN = regex(
    r"no (?:signs?|indications?|evidence|hint|proof) of (?:(?:the )?(?:use|presence) of )?(?:an?|any)?(?! ?the\b)(?: ?(?P<thing>[a-z][a-z-]+))(?: (?P<second>[a-z][a-z-]+))?",
    re.I,
)
_SIGNS = ("no sign", "no indication", "no hint")
_SHOWN = regex(
    r"no (?P<thing>[a-z][a-z-]+)(?: (?P<second>[a-z][a-z-]+))? (?:was|were|had been|has been) (?:shown|seen|used|carried|heard|drawn|pointed)\b",
    re.I,
)
_DEEDS = (
    "made", "took", "gave", "issued", "offered", "received", "imposed", "paid", "sent", "filed", "ordered",
    "launched", "conducted", "sought", "reached",
)  # fmt: skip
_DO = regex(
    rf"(?:{'|'.join(_DEEDS)}) no (?P<thing>[a-z][a-z-]+)(?: (?P<second>[a-z][a-z-]+))?",
    re.I,
)
# What may say that there was none of something, by the word it begins with: what event that is, and whether the claim
# is of the whole match, not only up to the noun.
_FORMS: dict[str, tuple[tuple[re.Pattern[str], str, bool], ...]] = {
    "there": ((_BE, "be", False),),
    **dict.fromkeys(("had", "has", "have", "having"), ((_HAVE, "have", False),)),
    **dict.fromkeys(_DEEDS, ((_DO, "do", False),)),
    "without": ((_LACK, "lack", False),),
    **dict.fromkeys(_SEEN, ((_SIGHT, "see", False),)),
    "no": ((_SIGN, "see", False), (_SHOWN, "see", True)),
}
_BEFORE_NO = frozenset(
    ("had", "has", "have", "having", *_SEEN, *_DEEDS)
)  # the words that "no" follows at once
_REACH = len("having had no ")
_LINK_WORDS = """
in on at of for to and or by with from between about that as but before after when because near above around among
during since over under behind inside
"""


@record
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
    for at, opener in vocabulary(text).places(_FORMS.keys()):
        if opener in _BEFORE_NO and " no " not in text[at : at + _REACH].lower():
            continue
        tried = ((pattern.match(text, at), event, whole) for pattern, event, whole in _FORMS[opener])
        match, event, whole = next((found for found in tried if found[0]), (None, "", False))
        if match is None or not match.group("thing"):
            continue  # "there was no 9 o'clock ferry": nothing is named
        pair = [word for word in match.group("thing", "second") if word]
        cut = next((i for i, word in enumerate(pair) if word.lower() in _links()), len(pair))
        if cut == 0:
            continue
        noun = (
            pair[0].lower() if cut == 1 or pair[1].lower().endswith(("ed", "ing", "ly")) else pair[1].lower()
        )
        end = match.end() if whole else match.end("second" if noun != pair[0].lower() else "thing")
        if (
            not pair[min(cut, 2) - 1].islower()
            or (
                cut > 1 and pair[1].endswith("ing") and match.group().lower().startswith(_SIGNS)
            )  # of its doing so
            or noun in unseen
            or pair[0].lower() in unseen
            or len(noun) < (3 if event == "see" else 4)
        ):
            continue
        yield reading.claim(
            AbsenceClaim,
            match.start(),
            end,
            value=noun,
            event=event,
            polarity=False,
            modality="denied",
        )


@cache
def _unseen() -> frozenset[str]:
    return frozenset(words("unseen"))


@cache
def _links() -> frozenset[str]:
    """Words after which what there is none of is named."""
    return frozenset(_LINK_WORDS.split()) | frozenset(words("common"))
