"""Absences: what an article says there was none of ("there was no alarm")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.deeds.subjects import subject_of
from reconcile.claims.deeds.whom import subject_phrase
from reconcile.claims.reading import Reading
from reconcile.language.grammar.conditions import irrealis
from reconcile.language.names.antecedents import PRONOUNS
from reconcile.language.vocabulary import vocabulary, word_before
from reconcile.lexicon import word_set, words
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "absence"

_SEEN = ("saw", "seen", "heard", "carried", "noticed", "held", "wore", "used")
_NOUN = r"(?P<thing>[a-z][a-z-]+)(?: (?P<second>[a-z][a-z-]+)(?: (?P<third>[a-z][a-z-]{3,}s)\b)?)?"
# What there is a kind of: "without any kind of proof".
_KIND_OF = r"(?:(?:sort|kind|type|form)s? of (?:an? )?)?"
_BE = regex(
    r"there (?:was|were|is|are|had been|has been|have been) (?:never |actually |in fact )?"
    rf"(?:no|never any|not any|not an?)(?: {_KIND_OF}{_NOUN})?",
    re.I,
)
_HAVE = regex(rf"ha(?:s|d|ve|ving) (?:had )?no {_KIND_OF}{_NOUN}", re.I)
_LACK = regex(rf"without (?:an?|any) {_KIND_OF}{_NOUN}", re.I)
_SIGHT = regex(
    rf"(?:{'|'.join(_SEEN)}) no {_NOUN}",
    re.I,
)
_SIGN = regex(
    r"no (?:signs?|indications?|evidence|hint|proof) of (?:(?:the )?(?:use|presence) of )?(?:an? |any )?(?!the\b)(?P<thing>[a-z][a-z-]+)(?: (?P<second>[a-z][a-z-]+))?",
    re.I,
)
_SIGNS = ("no sign", "no indication", "no hint")
_SHOWN = regex(
    r"no (?P<thing>[a-z][a-z-]+)(?: (?P<second>[a-z][a-z-]+))? (?:was|were|had been|has been) (?:shown|seen|used|carried|heard|drawn|pointed)\b",
    re.I,
)
_DEEDS = (
    "made", "took", "gave", "issued", "offered", "received", "imposed", "paid", "sent", "filed", "ordered",
    "launched", "conducted", "sought", "reached", "opened", "began", "begun", "started", "demanded", "lodged",
)  # fmt: skip
_DO = regex(
    rf"(?:{'|'.join(_DEEDS)}) no {_NOUN}",
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
# Behind the noun of what there was none of: "no lorry aboard".
_POSTPOSED = frozenset(
    [
        "aboard",
        "ashore",
        "present",
        "available",
        "whatsoever",
        "anywhere",
        "left",
        "there",
        "here",
        "nearby",
        "alive",
        "inside",
        "outside",
        "either",
        "again",
        "anymore",
        "yet",
        "today",
        "yesterday",
        "tonight",
        "alone",
        "else",
        "either",
        "visible",
        "possible",
        "worth",
        "due",
        "apart",
        "responsible",
        "whatever",
    ]
)
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
        if opener == "had" and word_before(text, at) in ("has", "have", "had"):
            continue  # told from the first verb of "has had no"
        tried = ((pattern.match(text, at), event, whole) for pattern, event, whole in _FORMS[opener])
        match, event, whole = next((found for found in tried if found[0]), (None, "", False))
        if match is None or not match.group("thing"):
            continue  # "there was no 9 o'clock ferry": nothing is named
        pair = [word for word in match.group("thing", "second") if word]
        cut = next((i for i, word in enumerate(pair) if word.lower() in _links()), len(pair))
        if cut == 0:
            continue
        alone = cut == 1 or pair[1].lower().endswith(("ed", "ing", "ly")) or pair[1].lower() in _POSTPOSED
        third = match.groupdict().get("third") or "" if cut > 1 and not alone else ""
        if third and third.lower() in _links() | word_set("counted_stops"):
            third = ""
        noun = third.lower() or pair[0 if alone else 1].lower()
        end = match.end() if whole else match.end("third" if third else "thing" if alone else "second")
        if (
            not pair[min(cut, 2) - 1].islower()
            or (pair[cut - 1].endswith("ing") and match.group().lower().startswith(_SIGNS))  # of its doing so
            or noun in unseen
            or pair[0].lower() in unseen
            or len(noun) < (3 if event == "see" else 4)
            or _supposed(reading, at)
        ):
            continue
        yield reading.claim(
            AbsenceClaim,
            match.start(),
            end,
            subject=_lacking(reading, match.start()) if event in _OF_SOMEBODY else "",
            value=noun,
            event=event,
            polarity=False,
            modality="denied",
        )


_OF_SOMEBODY = ("have", "do", "see")
_WHO = frozenset(("i", "we", "you", "they", "it", "which", "that", "what", "there", "many"))


def _lacking(reading: Reading, at: int) -> str:
    """Who had, did or saw none: the subject of the verb at `at`."""
    if reading.text[at : at + 3].lower() == "no ":
        return ""  # "no sign of": nobody is told who sees none
    who = subject_of(reading, subject_phrase(reading, at))
    return "" if who.lower() in _WHO or (who.islower() and who in PRONOUNS) else who


def _supposed(reading: Reading, at: int) -> bool:
    """Whether what the words at `at` say is a condition or a question: "provided there has been no damage"."""
    sentence = reading.document.sentence_at(at)
    opens = reading.text.startswith("without", at) and reading.text.endswith("even ", 0, at)
    return opens or (sentence is not None and irrealis(reading.text, sentence.start, at, sentence.end))


@cache
def _unseen() -> frozenset[str]:
    return frozenset(words("unseen"))


@cache
def _links() -> frozenset[str]:
    """Words after which what there is none of is named."""
    return frozenset(_LINK_WORDS.split()) | frozenset(words("common"))
