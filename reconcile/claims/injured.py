"""Of whom it is told in what condition he is: "treated him for a minor wound", "the girl is said to be stable"."""

from __future__ import annotations

from reconcile.claims.deeds.whom import NOBODY, Whom, object_at, subject_at
from reconcile.claims.harm import patient
from reconcile.claims.reading import Reading
from reconcile.values.regex import regex

_DONE_TO = ("injured", "wounded", "hurt")
_BEEN = regex(r"\b(?:was|were|is|are|been|being|left|and|found|be)(?: [a-z]+)? \Z|[,(] \Z")
_HIS = regex(
    r"\b(?:(?P<who>him|her|them)(?: (?:for|with)(?: an?| the)?)|(?P<whose>his|her|their)(?: (?:injuries|injury|wounds?|condition)"
    r"(?: (?:as|are|is|was|were|aren['’]t|isn['’]t|weren['’]t|wasn['’]t|not|said to be)){1,2})?) \Z"
)
_ANYBODY = frozenset(("victim", "person", "patient", "suspect"))
_REACH = 90  # characters before words for a condition in which the person stands


def hurt(reading: Reading, lower: str, start: int, end: int) -> Whom:
    """The one person whose condition words tell; nobody by name or noun where they tell that of several."""
    several = Whom("", "", 2, start, start)
    sentence = reading.document.sentence_at(start)
    first = max(sentence.start if sentence else 0, start - _REACH)
    if lower.endswith(_DONE_TO, start, end) and not _BEEN.search(lower, first, start):
        whom = object_at(reading, end)  # "critically wounded a pair of guards"
        if whom != NOBODY:
            return several if whom.number > 1 else whom._replace(start=start, end=start)
    own = _HIS.search(lower, max(first, start - 30), start)
    if own is not None:  # "treated him for a wound", "described his injuries as serious"
        who = {"him": "he", "his": "he", "her": "she"}.get(own.group("who") or own.group("whose"), "")
        name = reading.document.antecedents.pronoun(who, own.start()) if who else ""
        return Whom(name, "", 1, start, start) if name else several
    if subject_at(reading, start).number > 1:
        return several
    name, nouns = patient(reading, lower, first, start)
    called = nouns.split()
    noun = next((noun for noun in called if noun not in _ANYBODY), called[0] if called else "")
    return Whom(name, noun, 1, start, start) if name or noun else several
