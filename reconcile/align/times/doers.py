"""Who did what is dated, as far as the words right beside the verb tell: "Dahl bought it in 1929", "cleared by the agency"."""

from __future__ import annotations

from reconcile.align.senses import senses
from reconcile.claims.date import DateClaim
from reconcile.lexicon import word_set
from reconcile.values.regex import regex

_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BY = regex(
    r" (?:[a-z]+ ){0,2}?by (?:the |an? |his |her |their |its )?(?P<who>[\w’'-]+(?: (?!on\b|in\b|at\b)[\w’'-]+){0,4})"
)
_RELATIVE = regex(r"(?P<who>[\w’'-]+(?: [A-Z][\w’'-]*)*), (?:which|who)(?: ha[ds])? \Z")
_SUBJECT = regex(r"(?P<who>(?:[A-Z][\w’'-]+ )*[\w’'-]+)(?: ha[ds])?(?: [a-z]+ly)? \Z")
_PASSIVE = regex(r"\b(?:was|were|been|being|is|are|be)(?: [a-z]+ly)? \Z")
_REACH = 60  # characters before a verb in which its subject may stand


def other_doers(first: DateClaim, second: DateClaim) -> bool:
    """Whether the words beside both verbs say who did it, and others: two deeds, of which each has its own day.

    Two nouns without a name ("the plant", "the factory") may be one thing's.
    """
    (one, sure), (other, surely) = _doer(first), _doer(second)
    return (sure or surely) and bool(one and other) and not one & other


def _doer(claim: DateClaim) -> tuple[frozenset[str], bool]:
    """The words for who did it, none where a pronoun or nothing stands there; and whether "by" or a name says so."""
    deed = senses(claim.event)
    start = claim.span.start - claim.sentence_start
    end = start + len(claim.span.quote)
    verb = next((m for m in _WORD.finditer(claim.sentence, start, end) if senses(m.group()) & deed), None)
    if verb is None:
        return frozenset(), False
    by = _BY.match(claim.sentence, verb.end())
    if by is not None:
        return _telling(by.group("who")), True
    window = max(0, verb.start() - _REACH)
    if _PASSIVE.search(claim.sentence, window, verb.start()):
        return frozenset(), False
    who = _RELATIVE.search(claim.sentence, window, verb.start()) or _SUBJECT.search(
        claim.sentence, window, verb.start()
    )
    said = who.group("who") if who is not None else ""
    return _telling(said), not said.islower()


def _telling(who: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(who)) - word_set("common")
