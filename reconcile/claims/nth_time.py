"""What is done or had for the how manieth time: "won the cup for the fourth time", "a fifth straight defeat"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reconcile.claims.deeds.whom import subject_phrase
from reconcile.claims.reading import Reading
from reconcile.language.grammar.nominals import Clauses
from reconcile.language.sentences import Sentence
from reconcile.lexicon import words
from reconcile.values.regex import regex

_LED = regex(
    r"(?:\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]he|[Aa]n?)|(?P<own>\b(?:[A-Z][\w-]+ ){0,3}[A-Z][\w-]+)['’]s?)(?: very)? \Z"
)
_TIME = regex(r" (?:(?P<row>consecutive|straight|successive|running) )?time\b(?! zone| slot| around)")
_NOUN = regex(
    r"(?: (?P<row>consecutive|straight|successive)| annual)?(?P<name>(?: [A-Z][\w’'-]+){1,4})?(?P<noun>(?: [a-z][a-z-]+){0,2} [a-z]{3,})?"
)
_OF_NAME = regex(r" of (?:the |this |our )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4})")
_THAT = regex(r"(?: in [\w ]{3,20}?)?(?: that)? (?=[A-Z]|he |she |they |it |the )")
_IT_IS = regex(r"\b(?:[Ii]t|[Tt]his|[Tt]hat|which) (?:is|was|marks|marked) \Z")
_BARE = regex(
    r"(?: (?P<row>in a row|on the trot|running))?(?= (?:this|in|since|of the|at|so far|within)\b|[.,;:]|\s*\Z)"
)
_IS = regex(
    r"\b(?:is|was|be|being|become|became) (?:(?:the|his|her|its|their)|(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+['’]s?) \Z"
)
# What is counted is had: "won her third title", "a fifth arrest"; "Brae's second goal came late" is one of several.
_HAD = regex(
    r"\b(?:wins?|won|winning|take[sn]?|took|taking|suffer(?:s|ed|ing)?|scor(?:es?|ed|ing)|claim(?:s|ed|ing)?|mak(?:es?|ing)|made|marks?|marked|marking|celebrat(?:es?|ed|ing)|earn(?:s|ed|ing)?"
    r"|register(?:s|ed|ing)?|record(?:s|ed|ing)?|pick(?:s|ed|ing)? up|collect(?:s|ed|ing)?|notch(?:es|ed|ing)?|nett?(?:s|ed|ing)?|secur(?:es?|ed|ing)|los(?:es?|t|ing)|drew|with|clinch(?:es|ed|ing)?|lift(?:s|ed|ing)?|took home|land(?:s|ed|ing)?|complet(?:es?|ed|ing)|published|married|expecting|welcomed)"
    r" (?:his|her|its|their|an?) (?:very )?\Z"
)
_HEAD = regex(
    r" (?:of|in|at|on|for|this|since|and|to|from|with|by|against|over|as|after|before|when|while|that|so far|within|last|[A-Z][a-z]+day)\b|[^\w\s-]|\s*\Z"
)
_SCOPE = regex(
    r"\b(?:(?P<season>(?:this|of the|of his|of her|of their|of its|in the|the) (?:[A-Z][\w-]+ )?(?:season|campaign|term)\b)|(?P<year>this year|of the year|since January)"
    r"|(?P<week>this (?:week|weekend)|in a week)|(?P<month>this month|in a month)|(?P<game>of the (?:game|match|night|afternoon|evening|half|race|day|tournament))|(?P<row>in a row|on the trot|running)\b|(?P<career>of (?:his|her) career|in (?:his|her) career)"
    r"|(?P<some>(?:in|within) (?:just |only |less than |the (?:last|past) )?(?:as many|[a-z]+|\d+) (?:days?|weeks?|months?|years?|games?|matches|attempts))|(?P<since>since [^.,;]{3,30}))"
)
_UNREAL = regex(
    r"\b(?:not|never|if|could|would|might|may|seek\w*|bid\w*|hop\w*|chas\w*|aim\w*|to (?!(?:the|an?|his|her|its|their)\b)[a-z]+|when|had)\b[^.;,]{0,30}\Z"
)


class Nth(NamedTuple):
    """What is counted, as the deed that stands for its family and the name of what it is done to; whose it is, and where
    the words stand.

    `deed` says whether a verb is counted, `scope` over what time."""

    what: str
    deed: bool
    whose: tuple[int, int]
    scope: str
    start: int
    end: int


def nth_time(reading: Reading, sentence: Sentence, start: int, end: int) -> Nth | None:
    """What the ordinal between `start` and `end` counts; None where that is no deed of the lexicon."""
    text = reading.text
    start += 2 * text.startswith(("a ", "A "), start)
    first = max(sentence.start, start - _REACH)
    led = _LED.search(text, first, start)
    if led is None:
        return None
    time = _TIME.match(text, end, sentence.end)
    if time is not None:
        return _done(reading, sentence, led.start(), time.end(), time.group("row") or "")
    noun = _NOUN.match(text, end, sentence.end)
    said = (noun.group("noun") or "").split() if noun else []
    named = noun.group("name").split() if noun is not None and noun.group("name") else []
    at = next((at for at, word in enumerate(said) if family_of(word)), None)
    whose = led.span("own") if led.group("own") else subject_phrase(reading, start)
    family = family_of(said[at]) if at is not None else _of_name(named)
    if noun is None or not family:
        return _elided(reading, sentence, start, end)
    last = (
        noun.end("name") if at is None else noun.start("noun") + sum(len(word) + 1 for word in said[: at + 1])
    )
    if family == "edition":
        of = _OF_NAME.match(text, last, sentence.end)
        whose = of.span("name") if of else (noun.start("name") + 1, noun.end("name")) if named else whose
        return Nth(family, False, whose, "", start, of.end() if of else last)
    if _UNREAL.search(text, first, led.start()) or (at is not None and not _HEAD.match(text, last)):
        return None
    ended = _ENDED.search(text, first, led.start()) if family == "play" else None
    family = family_of(ended.group(1)) if ended else family
    scope = _scope(text, last, sentence.end, noun.group("row") or "")
    if not scope and not (_HAD.search(text, first, start) or _IS.search(text, first, start)):
        return None  # "the second goal came late": which of several
    return Nth(f"{family} {' '.join(named)}".strip(), False, whose, scope, start, last)


def _of_name(named: list[str]) -> str:
    """What ordinals before a name count: its stagings, or how often it was won."""
    if len(named) < 2:
        return ""
    return "win" if named[-1] in _TROPHIES else family_of(named[-1].lower())


_ENDED = regex(r"\b(won|lost|drew) \Z")  # "lost its third match"
_TROPHIES = frozenset({"Cup", "Prize", "Award", "Medal", "Trophy", "Shield", "Title", "Championship", "Open"})


_REACH = 60


def _done(reading: Reading, sentence: Sentence, start: int, end: int, row: str) -> Nth | None:
    """What is done "for the nth time", by the verb before it with its object, or behind "it was the nth time that"."""
    text = reading.text
    said, triggers = reading.document.clauses(sentence, start, end)
    clauses = Clauses(said, triggers)
    last = said.ending_after(start)
    verb = max((at for at in clauses.verbs if at < last), default=None)
    if _IT_IS.search(text, max(sentence.start, start - 20), start) and _THAT.match(text, end, sentence.end):
        verb = min((at for at in clauses.verbs if said.starts[at] > end), default=None)
    if verb is None or _UNREAL.search(text, sentence.start, said.starts[verb]):
        return None
    subject = clauses.subject(verb)
    family = family_of(said[verb].lower) or family_of(clauses.verbs[verb].lemma)
    if not family and clauses.verbs[verb].passive and _head(text, subject) == "edition":
        return Nth("edition", False, subject, "", start, end)
    if not family:
        return None
    passive = clauses.verbs[verb].passive
    first, done = (0, 0) if passive else clauses.object(verb + 1)
    name = _name(reading, first, done) if first else ""
    scope = _scope(text, end, sentence.end, row)
    return Nth(f"{family} {name}".strip(), True, subject, scope, start, end)


def _head(text: str, place: tuple[int, int]) -> str:
    """The deed that the head of a noun phrase tells of; empty for others."""
    said = _HANGS.split(text[slice(*place)].lower(), maxsplit=1)[0].split()
    return family_of(said[-1]) if said else ""


_HANGS = regex(r",| (?:of|in|at|on|for|near) ")


def _name(reading: Reading, start: int, end: int) -> str:
    named = [
        m.full
        for m in reading.document.mentions_between(start, end)
        if m.start >= start and m.kind != "person"
    ]
    return named[0] if named else ""


def _elided(reading: Reading, sentence: Sentence, start: int, end: int) -> Nth | None:
    """ "The quake was Brae's fifth this year": the noun is the subject's."""
    text = reading.text
    bare, led = (
        _BARE.match(text, end, sentence.end),
        _IS.search(text, max(sentence.start, start - _REACH), start),
    )
    if bare is None or led is None or _UNREAL.search(text, sentence.start, led.start()):
        return None
    first, last = subject_phrase(reading, start)
    family = _head(text, (first, last))
    if not family:
        return None
    scope = _scope(text, end, sentence.end, bare.group("row") or "")
    return Nth(family, False, (first, last), scope, start, end)


def _scope(text: str, start: int, end: int, row: str) -> str:
    """Over what time or in what row it is counted, in one word or as written."""
    if row:
        return "row"
    found = _SCOPE.search(text, start, min(end, start + 80))
    if found is None:
        return ""
    kind = found.lastgroup or ""
    return found.group().lower() if kind in ("some", "since") else kind


@cache
def _families() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in words("counted_deeds"):
        deed, _, said = line.partition(":")
        for word in said.split():
            found.setdefault(word, deed)
    return found


def family_of(word: str) -> str:
    """The deed of the lexicon that a lower-case noun or verb tells of; empty for others."""
    known = _families()
    return known.get(word) or known.get(word.removesuffix("s"), "")
