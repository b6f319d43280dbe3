"""Whose a thing is: "Halvard Marine, owner of the Ordell rig", "the Ordell rig, leased to Tern Oil", "Tern-leased"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.cues import cues
from reconcile.claims.reading import Reading
from reconcile.language.vocabulary import around, vocabulary
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "ownership"


@record
class OwnershipClaim(Claim):
    """`value` owns, leases, operates or built the named thing `subject`; `event` says which, "have" for "A's B"."""

    type: Literal["ownership"] = "ownership"
    value: str

    def __str__(self) -> str:
        return self.value


_NAME = r"(?!The )[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3}"
_WHO_BEFORE = regex(rf"(?P<name>{_NAME}),? (?:the )?\Z")
_WHO_AFTER = regex(rf" (?:the )?(?P<name>{_NAME})")
_THING_BEFORE = regex(rf"(?P<name>{_NAME})(?: [a-z]+){{0,2}},? (?:which (?:is|was) |is |was )?\Z")
_THING_AFTER = regex(rf" (?:the )?(?:[a-z]+ ){{0,3}}(?P<name>{_NAME})")
_HYPHEN = regex(
    rf"\b(?P<name>(?!The )[A-Z][\w&]*(?: [A-Z][\w&]*)?)-(?P<kind>leased|owned|operated|built|chartered) (?:[a-z]+ ){{0,3}}(?P<thing>{_NAME})",
    holds="-leased|-owned|-operated|-built|-chartered",
)
_POSSESSIVE = regex(
    rf"\b(?P<name>[A-Z][\w&]*)['’]s (?P<thing>{_NAME}) (?:oil |gas |drilling )?"
    r"(?:rig|ship|vessel|tanker|ferry|plant|refinery|factory|mine|well|pipeline|plane|jet|platform)\b"
)
_THINGS = frozenset(
    [
        "rig",
        "ship",
        "vessel",
        "tanker",
        "ferry",
        "plant",
        "refinery",
        "factory",
        "mine",
        "well",
        "pipeline",
        "plane",
        "jet",
        "platform",
    ]
)
_KINDS = {"leased": "lease", "owned": "own", "operated": "operate", "built": "build", "chartered": "lease"}


def extract(reading: Reading) -> Iterator[OwnershipClaim]:
    """Yields who owns, leases, operates or built a named thing; "have" for a bare possessive."""
    text = reading.text
    for start, end, (kind, before) in cues(reading, "ownership"):
        sentence = reading.document.sentence_at(start)
        if sentence is None:
            continue
        first, last = max(sentence.start, start - 70), min(sentence.end, end + 70)
        left = (_WHO_BEFORE if before else _THING_BEFORE).search(text, first, start)
        right = (_THING_AFTER if before else _WHO_AFTER).match(text, end, last)
        if left is None or right is None:
            continue
        who, thing = (left, right) if before else (right, left)
        yield _claim(
            reading, left.start("name"), right.end("name"), kind, who.group("name"), thing.group("name")
        )
    known = vocabulary(text)
    joined = [(at, word) for at, word in known.places(_KINDS.keys()) if text[at - 1 : at] == "-"]
    for match in around(_HYPHEN, text, joined, 80, 200):
        kind = _KINDS[match.group("kind")]
        yield _claim(reading, match.start(), match.end(), kind, match.group("name"), match.group("thing"))
    for match in around(_POSSESSIVE, text, known.places(_THINGS), 160, 12):
        yield _claim(reading, match.start(), match.end(), "have", match.group("name"), match.group("thing"))


def _claim(reading: Reading, start: int, end: int, kind: str, who: str, thing: str) -> OwnershipClaim:
    return reading.claim(
        OwnershipClaim, start, end, subject=thing.strip("'’"), event=kind, value=who.strip("'’")
    )
