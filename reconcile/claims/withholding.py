"""What an article says is kept back or not known yet: names, conditions, motives; and the motives that are told.

Read by the verb of telling (identified, released, known) and what denies it before it, whatever stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.claims.reading import Reading
from reconcile.language.vocabulary import vocabulary
from reconcile.values.regex import regex

_TOLD = frozenset(
    (
        "announced",
        "released",
        "identified",
        "named",
        "disclosed",
        "confirmed",
        "provided",
        "available",
        "known",
        "revealed",
        "public",
    )
)
_TELLING = frozenset(("identify", "name", "release", "disclose", "provide", "reveal", "know"))
_MOTIVES = frozenset(("motive", "motives"))
_REASONS = frozenset(("what", "why"))
_OPEN = frozenset(("unknown", "unclear"))
_QUARRELS = frozenset(
    (
        "argument",
        "arguments",
        "arguing",
        "dispute",
        "altercation",
        "feud",
        "quarrel",
        "fight",
        "confrontation",
        "disagreement",
    )
)
_ADVERBS = r"(?: (?:yet|immediately|been|be|being|publicly|officially|formally|positively|fully|made|so far|even|still|as yet))*"
_NOT_TOLD = regex(
    rf"(?:\bnot|n['’]t|\bt|\byet to|\bstill to){_ADVERBS} \Z"
    r"|\b(?:no|none of|neither|neither of) (?:[\w'’-]+ ){1,11}?(?:has|have|had|was|were|is|are)(?: not)?"
    + _ADVERBS
    + r" \Z"
)
_BEEN = regex(r"\b(?:was|were|been)(?: (?:later|also|since|officially|publicly|formally))? \Z")
_TOLD_BY = regex(r" (?:by|on|late|early|this|[A-Z]\w+day)\b")
_NAME_BEFORE = regex(
    r"\b[A-Z][a-z’'-]+(?: (?:[A-Z][\w.’'-]*|and|&)){1,5}(?:, \d{1,2},?)? (?:has |have |had )?\Z"
)
_CALLED_AS = regex(r" (?:(?!as\b|not\b)[\w'’-]+ ){1,6}as (?:\d+-year-old )?[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*)*")
_NAMED_AS = regex(
    r" (?:(?:by|on|in)\b[^;:]{2,60}?|[A-Z]\w+day) as (?:\d+-year-old )?[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*)*"
)
_NOT_TELLING = regex(
    r"(?:\b(?:did|do|does|would|will|could|can|has|have|had) not|n['’]t|\bt|\b(?:declin\w+|refus\w+|wait\w+|yet|unable|not able|not ready) to)"
    r"(?: (?:yet|immediately|publicly|officially|also|even))* \Z"
)
_WHAT = (
    r"(?:names?|identity|identities|conditions?|motives?|suspects?|gunm[ae]n|shooters?|attackers?|victims?|deceased|dead"
    r"|m[ae]n|wom[ae]n|boys?|girls?|teen\w*|officers?|deput(?:y|ies)|drivers?|him|her|them|who)\b"
)
_OBJECT = regex(rf" (?:[\w'’-]+ ){{0,5}}?{_WHAT}")
_ABOUT = regex(r"\b(?:names?|identity|identities|conditions?|status|whereabouts)\b[^.;]{0,70}\Z")
_STANDS = regex(r"\b(?:is|was|are|were|remains?|remained)(?: (?:still|currently|also|now|yet))* \Z")
_OTHERWISE = regex(
    r" (?:to|for|as|in|locally|only|by)\b"
)  # "not known to police", "not available for comment"
_NO_MOTIVE = regex(
    r"(?:\b(?:no|not|without|unknown|unclear|determin\w+|establish\w*|seek\w*|search\w* for|look\w* for)|n['’]t)\b"
    r"(?: (?!and\b|but\b|said\b)[\w'’-]+){0,5} \Z"
)
_MOTIVE_OPEN = regex(
    r"(?: (?:for|in|behind|of) (?:the |a )?(?:[\w'’-]+ ){0,7}?[\w'’-]+)? (?:is|was|remains?|remained|has|had|are|were)"
    r"(?: (?:still|yet|immediately|currently|so far))*"
    r" (?:unknown|unclear|under investigation|being investigated|a mystery|not\b(?!,))"
)
_GIVEN = regex(r" (?:has|have|had|was|is)(?: yet)?(?: been)?(?: (?:given|known|clear|[a-z]+ed))?\b")
_NOT_KNOWN = regex(
    r"(?:\b(?:unclear|unknown|determine|figure out|find out|learn|investigating|establish|no word on|not(?: \w+)? (?:clear|known|know|sure|say|said))"
    r"|(?:n['’]t|\bt)(?: \w+)? (?:know|clear|say|sure|said))(?: exactly)? \Z"
)
_LED = regex(
    r" (?:exactly )?(?:may have |might have )?(?:led|prompted|triggered|sparked|caused|provoked|set off|started|touched off|precipitated|was behind"
    r"|motivated|drove)\b"
)
_LED_BY = regex(
    r"\b(?:stemm(?:ed|ing)|result(?:ed|ing)?|sparked|triggered|prompted|provoked|caused|motivated|began|started|erupted|escalated|followed|following"
    r"|after|during|over|because of|due to|got into|there was|grew out of|led|preceded by|argued|come of|were)\b(?: (?!and\b|but\b)[\w'’-]+){0,4} \Z"
)
_DENIED = regex(r"\b(?:not|no|never|if|what|why|whether|without|would|could)\b[^.;,]{0,60}\Z")


def withholdings(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yields where it stands that something is withheld or given, that no motive is known ("motiveless"), or the quarrel that was it."""
    known = vocabulary(reading.text)
    lower = known.lower
    for at, word in known.places(_TOLD | _TELLING | _MOTIVES | _REASONS | _OPEN | _QUARRELS):
        if reading.document.skipped(at):
            continue
        sentence = reading.document.sentence_at(at)
        found = _found(reading.text, lower, word, at, sentence.start if sentence else at)
        if found is not None:
            yield found


def _found(text: str, lower: str, word: str, at: int, first: int) -> tuple[int, int, str] | None:
    end = at + len(word)
    near = max(first, at - 90)
    if _I.search(lower, max(first, at - 24), at):
        return None  # what a witness does not know
    if word in _TOLD:
        negated = _NOT_TOLD.search(lower, near, at)
        if negated is None and word in ("identified", "named"):
            return _identified(text, lower, at, end, near)
        if negated is None or (word in ("known", "available", "confirmed") and _OTHERWISE.match(lower, end)):
            return None
        about = _ABOUT.search(lower, near, negated.start())
        what = _OBJECT.match(lower, end) if about is None else None
        return (about or negated).start(), what.end() if what else end, "withheld"
    if word in _TELLING:
        negated, what = _NOT_TELLING.search(lower, near, at), _OBJECT.match(lower, end)
        if negated is None and word in ("identify", "name"):
            return _identified(text, lower, at, end, near)
        if negated is None or what is None or (word == "know" and not what.group().endswith(_UNKNOWN)):
            return None
        return negated.start(), what.end(), "motiveless" if "motive" in what.group() else "withheld"
    if word in _MOTIVES:
        before, after = _NO_MOTIVE.search(lower, near, at), _MOTIVE_OPEN.match(lower, end)
        if before is None and after is None:
            return None
        given = after or _GIVEN.match(lower, end)
        return before.start() if before else at, given.end() if given else end, "motiveless"
    if word in _REASONS:
        open_, led = _NOT_KNOWN.search(lower, near, at), word == "why" or _LED.match(lower, end)
        if open_ is None or not led:
            return None
        return open_.start(), led.end() if isinstance(led, re.Match) else end, "motiveless"
    if word in _OPEN:
        stands = _STANDS.search(lower, near, at)
        about = _ABOUT.search(lower, near, stands.start()) if stands else None
        return (about.start(), end, "withheld") if about else None
    led_by = _LED_BY.search(lower, near, at)
    if led_by is None or _DENIED.search(lower, near, led_by.start()):
        return None
    return led_by.start(), end, "motive"


def _identified(text: str, lower: str, at: int, end: int, near: int) -> tuple[int, int, str] | None:
    """Where it stands who somebody is: "was identified by the sheriff as Orla Finn", "Orla Finn was identified on Monday"."""
    been = _BEEN.search(lower, near, at)
    as_ = (_NAMED_AS if been else _CALLED_AS).match(text, end)
    if as_ is not None:
        return max(near, at - 30), as_.end() - as_.group().endswith("."), "given"
    name = _NAME_BEFORE.search(text, near, been.start()) if been and _TOLD_BY.match(text, end) else None
    return (name.start(), end, "given") if name else None


_I = regex(r"\b(?:i|you) (?:do|did|would|could|have)(?: not|n['’]t)(?: [a-z]+)? \Z")
_UNKNOWN = ("names", "name", "identity", "identities", "condition", "conditions", "motive", "who")
