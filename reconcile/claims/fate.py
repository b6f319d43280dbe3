"""What has become of people: missing, trapped, feared dead, in hospital, alive, home, dead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.cues import cues
from reconcile.claims.cues import lower as lower_case
from reconcile.claims.custody import QUARRY
from reconcile.claims.deeds.whom import Whom, object_at, subject_at
from reconcile.claims.reading import Reading
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "fate"

_UNREAL = regex(
    r"(?:\b(?:not|never|no|nobody|nearly|almost|if|unless|whether|could|might|may|would|should|must|will|can|to|nor|hardly|like)|n['’]t)\b[^.;,]{0,24}\Z",
    holds="not|never|no|nobody|nearly|almost|if|unless|whether|could|might|may|would|should|must|will|can|to|nor|hardly|like|n't|n’t",
)
_SOUGHT = regex(r"\b(?:search|searched|searching|looking|look|hunt|hunting|find|finding)\b[^.;,]{0,24}\Z")
_STAYS = regex(
    r"\b(?:is|was|are|were|be|been|being|remain\w*|stay\w*|recover\w*|recuperat\w*|kept|lay|lies|lying|treat\w*|car(?:ed|ing)"
    r"|hospitali[sz]ed|admitted|still|now|unconscious|also)(?: (?:overnight|there|on \w+day|today|tonight|[a-z]+ly))? \Z"
    r"|\bspen[dt]\w*(?: [a-z]+){1,5} \Z"
)
_NOT_YET = frozenset(("missing", "trapped", "feared dead"))


@record
class FateClaim(Claim):
    """`value` is the fate, `subject` whose by full name, `noun` what they are called, `number` how many they are (0: not told)."""

    type: Literal["fate"] = "fate"
    value: str
    noun: str = ""
    number: int = 0

    def __str__(self) -> str:
        return self.value


def extract(reading: Reading) -> Iterator[FateClaim]:
    """Yields what the article tells has become of a person, or of several."""
    lower = lower_case(reading.text)
    for start, end, said in cues(reading, "fates"):
        value = said.removesuffix(" of")
        behind = value != said
        sentence = reading.document.sentence_at(start)
        if sentence is not None and lower[sentence.end - 6 : sentence.end].rstrip("*_”’\"') ").endswith("?"):
            continue  # "How many have died?"
        if value == "missing" and behind and QUARRY.match(lower, end):
            continue  # who hides is not missing
        stood = lower.startswith(("in ", "at "), start) and lower.endswith("hospital", start, end)
        if stood and not _STAYS.search(lower, max(0, start - 40), start):
            continue  # "born at the hospital"
        first = max(sentence.start if sentence else start, start - 40)
        if value == "dead" and behind and _SOUGHT.search(lower, first, start):
            value = "feared dead"
        elif value not in _NOT_YET and _UNREAL.search(lower, first, start):
            continue
        whom = object_at(reading, end) if behind else subject_at(reading, start)
        if whom.name or whom.noun:
            yield _claim(reading, start, end, value, whom)


def _claim(reading: Reading, start: int, end: int, value: str, whom: Whom) -> FateClaim:
    return reading.claim(
        FateClaim,
        min(start, max(whom.start, start - 60)),
        max(end, whom.end if whom.end - end < 60 else end),
        subject=whom.name,
        event="fate",
        value=value,
        noun=whom.noun,
        number=whom.number,
    )
