"""Who is sought, held or free: of whom the words of searching and of seizing tell."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.deeds.whom import Whom, object_at, person_of, subject_phrase, together
from reconcile.claims.reading import Reading
from reconcile.language.names.titled import person_nouns
from reconcile.language.vocabulary import vocabulary
from reconcile.values.regex import regex

_SEARCHES = frozenset(
    (
        "searching",
        "search",
        "searched",
        "looking",
        "look",
        "hunting",
        "hunt",
        "hunted",
        "seeking",
        "seek",
        "manhunt",
        "find",
        "locate",
        "catch",
        "tracking",
    )
)
_FOR = regex(
    r"(?:searching|searched|search|looking|look|hunting|hunted|hunt|manhunt)(?: (?:is |was )?(?:under ?way|on|continued|continues))? for"
    r"|seeking|seek|hunting|tracking down|find|locate|catch"
)
_TRYING = regex(
    r"\b(?:trying|tried|try|attempts?|attempting|efforts?|working|hop(?:e|ing)|vow\w*|continu\w+) to (?:try to )?\Z"
)
QUARRY = regex(
    r" (?:him|her|them|those responsible|whoever)\b"
    r"| (?:(?!missing\b|survivors?\b|victims?\b|against\b|for\b|of\b|in\b|that\b|to\b|from\b|by\b|with\b|and\b|who\b)[\w'’-]+ ){0,4}?(?:suspects?|gunm[ae]n|shooters?|attackers?|assailants?|culprits?"
    r"|perpetrators?|robbers?|burglars?|killers?|bombers?|murderers?|arsonists?|fugitives?|accomplices?|drivers?|m[ae]n|wom[ae]n"
    r"|teen(?:ager)?s?)\b(?! (?:missing|who (?:was|were|is|are) (?:missing|trapped|last seen)))"
)
_PASSIVE = regex(
    r"\b(?:was|were|is|are|been|be|being|got|get|gets|both|men|man|suspects?|to be)(?: (?:[a-z]+ly|also|later|since|both|each|all|then|already))* \Z"
)
_ONE_WORD = frozenset(("arrested", "captured", "apprehended"))
_BESIDE = regex(r"(?:\A|(?<=[^\w]))(?P<noun>[a-z]+) \Z")
_WARRANT = regex(
    r"[^.;]{0,60}?\bfor (?=(?:(?:a|an|the|two|three|four|another|other|second|both) )|[A-Z])(?!the (?:arrest|murder))"
)
_OF_THINGS = frozenset(("captured", "caught", "seized", "released"))  # words that are said of things as well
_WARRANTS = frozenset(("warrant", "warrants"))
_PLURAL = regex(r"(?:they|both|all(?: of them)?|those)\Z", holds="they|both|all|those")
_PATIENT = regex(r"\b(?:hospital\w*|treated|medical|doctors?|injur\w+)\b|\bbod(?:y|ies)\b")
_FREED = frozenset(("victim", "hostage", "body", "survivor", "patient", "prisoner", "child"))
_ORDER = regex(r"\b(?P<order>second|third|fourth|another|other|additional|more|remaining)\b")


def sought(reading: Reading) -> Iterator[tuple[int, int, tuple[Whom, ...]]]:
    """Yields where somebody is searched for, and whom: suspects and those on the run, not the missing."""
    known = vocabulary(reading.text)
    lower = known.lower
    for at, word in known.places(_SEARCHES):
        words = _FOR.match(lower, at)
        if words is None or reading.document.skipped(at):
            continue
        if word in ("find", "locate", "catch") and not _TRYING.search(lower, max(0, at - 40), at):
            continue
        quarry = QUARRY.match(lower, words.end())
        whom = object_at(reading, words.end())
        if quarry is None and not (whom.name and reading.text[words.end() + 1 : words.end() + 2].isupper()):
            continue
        end = max(quarry.end() if quarry else 0, whom.end if whom.end - words.end() < 60 else 0)
        yield at, end, together(reading, _ordered(lower, whom))


def whose(reading: Reading, lower: str, start: int, end: int, value: str) -> tuple[Whom, ...] | None:
    """Of whom it is told that they are held or free; empty where that is not said, None where it is told of a thing."""
    said = lower[start:end].split()[-1]
    if said in _WARRANTS:
        named = _WARRANT.match(reading.text, end)
        return together(reading, _ordered(lower, object_at(reading, named.end()))) if named else ()
    if said in _ONE_WORD and not _PASSIVE.search(lower, max(0, start - 40), start):
        whom = object_at(reading, end)
        if whom.end:
            return together(reading, _ordered(lower, whom))
    first, last = subject_phrase(reading, start)
    whom = person_of(reading, first, last)
    beside = _BESIDE.search(lower, max(0, start - 16), start)
    if not (whom.name or whom.noun) and beside:
        whom = person_of(reading, beside.start("noun"), beside.end("noun"))
    if value == "released" and (whom.noun in _FREED or _PATIENT.search(lower, max(0, start - 90), end + 30)):
        return None
    if whom.name or whom.noun:
        return together(reading, _ordered(lower, whom))
    if (said in _OF_THINGS or value == "released") and last and not _PLURAL.match(lower, first, last):
        sentence = reading.document.sentence_at(start)
        opening = lower[sentence.start : sentence.start + 30].split()[:4] if sentence else ()
        return None if person_nouns().isdisjoint(word.strip(",") for word in opening) else ()
    return (Whom(start=first, end=last),) if last and lower[first:last] not in ("he", "she") else ()


def _ordered(lower: str, whom: Whom) -> Whom:
    """The same with "second", "third" or the like before its noun, where the article speaks of one more person."""
    order = _ORDER.search(lower, whom.start, whom.end)
    return whom._replace(noun=f"{order.group('order')} {whom.noun}") if order and whom.noun else whom
