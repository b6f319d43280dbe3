"""What an article says is not known: "it is unclear whether", "police are investigating who", "did not say how many".

Read by the question word and what stands before it, or by what is said of the clause or the noun that it opens.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.reading import Reading
from reconcile.language.grammar.verbs import past
from reconcile.language.vocabulary import vocabulary, word_before
from reconcile.values.regex import regex

_ASKING = frozenset(("whether", "if", "who", "how", "what", "where", "which"))
_STATES = frozenset(
    ("unclear", "unknown", "undetermined", "uncertain", "mystery", "known", "clear", "investigation")
)
_NOUNS = frozenset(("cause", "relationship", "connection", "link", "status", "fate"))
_SOFT = r"(?: (?:yet|immediately|currently|still|exactly|publicly|also|even|now|right away))*"
_KNOW = r"(?:known|clear|sure|certain|know|say|said|specify|specified|disclosed?|revealed?|confirm(?:ed)?|determined?|established|decided?)"
_NOT = r"(?:\bnot|n['’]t|\bt)"
_LEAD = regex(
    rf"(?:{_NOT}{_SOFT}(?: been)? {_KNOW}"
    r"|\b(?:unclear|unknown|uncertain|unsure|undetermined|determine|determining|establish|establishing|ascertain|decide|deciding|figure out|figuring out|find out"
    r"|learn|investigate|investigating|look into|looking into|probing|examining|exploring|no word|yet to say|declin(?:ed|es|ing) to say|refus(?:ed|es|ing) to say)"
    r"|\bquestions? (?:\w+ ){0,2}(?:about|over|of))"
    r"(?: (?:exactly|just|yet|immediately|on|as to|to see|of|about|publicly|late|early|for certain|for sure|\w+day|at this time))* \Z"
)
_NO_MATTER = regex(r"\b(?:i|you|to|if|whether|ever|helped?|once) (?:[a-z]+(?: not|n['’]t) )?(?:[a-z]+ )?\Z")
_ALSO = regex(r"\b(?:or|and|nor)(?: [a-z]+ly)? \Z")
_CLAUSE = regex(
    r" (?:or not )?(?P<clause>(?:[\w'’-]+,? ){0,15}?[\w'’-]+)(?=[.;:!?“”\"()\n—]| (?:said|says|told|added)\b|,? (?:or|and|but|although|though|while|as|until|because) (?:if|whether|how|who|what|where|why|he|she|they|the|it|police|officers?|officials?|investigators?|[A-Z]\w+)\b| until |,? (?:and|but) (?:did|has|have|had|said|declined|would|is|was|were|are)\b|, (?:saying\b|according|police|officials|who|which|the|[A-Z]\w+|[a-z]+ (?:said|says))\b|\Z)"
)
_OPENED = regex(
    r"(?P<asking>[Hh]ow|[Ww]ho|[Ww]hat|[Ww]hether|[Ww]here) (?P<clause>[^.;:,“”\"\n]{5,90}?) (?:is|was|are|were|has|remains?|remained)(?: (?:still|yet|not|been|also|under|being|a|immediately|currently))* \Z"
)
_SAID_OF = regex(
    r"\b(?P<noun>cause|relationship|connection|link|status|fate)\b(?P<clause>[^.;:“”\"\n]{0,60}?),? (?:is|was|are|were|has|have|remains?|remained)(?: (?:still|yet|not|been|also|under|being|a|immediately|currently))* \Z"
)
_UNDER = regex(
    r"\b(?:not|n['’]t|remain(?:s|ed)|still|is|was|are|were)(?: (?:yet|immediately|been|a|under|still|also))* \Z"
)
_SEEKS = regex(
    rf"(?:{_NOT}{_SOFT}(?: been)? {_KNOW}|\b(?:determine|determining|establish|investigating|find out|learn|gave|giving|give|no))"
    r"(?: (?:a|an|the|any|exact|his|her|their|possible|immediate|official))* \Z"
)
_OF = regex(
    r"(?: (?:of|between|with|to) [^.;:,“”\"\n]{3,50}?(?= (?:has|have|had|was|is|said|and|but|after|on|in)\b|[.;:,“”\"\n]|\Z))?"
)
_OTHERWISE = regex(r" (?:to|for|as|by|that|of)\b")


_LAST = frozenset(  # the words that may stand right before such a question
    [
        "known",
        "clear",
        "sure",
        "certain",
        "know",
        "say",
        "said",
        "specify",
        "specified",
        "disclose",
        "disclosed",
        "reveal",
        "revealed",
        "confirm",
        "confirmed",
        "determine",
        "determined",
        "establish",
        "established",
        "decide",
        "decided",
        "unclear",
        "unknown",
        "uncertain",
        "unsure",
        "undetermined",
        "determining",
        "establishing",
        "ascertain",
        "deciding",
        "out",
        "investigate",
        "investigating",
        "learn",
        "into",
        "probing",
        "examining",
        "exploring",
        "word",
        "just",
        "yet",
        "on",
        "to",
        "see",
        "of",
        "about",
        "over",
        "late",
        "early",
        "time",
        "or",
        "and",
        "nor",
    ]
)
_BEFORE_NOUN = frozenset(
    ["a", "an", "the", "any", "exact", "his", "her", "their", "possible", "immediate", "official", "no"]
)
_TASKS = (
    "determin",
    "establish",
    "ascertain",
    "figur",
    "find out",
    "learn",
    "investigat",
    "look",
    "prob",
    "examin",
    "explor",
    "decid",
)
_DENIED = ("not ", "n't ", "n’t ", "yet ", "been ", "immediately ")


def left_open(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Yields where it stands that something is not known: from the words for that to the question's end, the question
    word, or the noun that stands for a question, and the words of the question."""
    last = -1  # where the question before ends: "whether he fled, or how he got in"
    for at, word in vocabulary(reading.text).places(_ASKING | _STATES | _NOUNS):
        if at < last or reading.document.skipped(at):
            continue
        found = _said_of(reading, word, at) if word in _STATES else _asked(reading, word, at, last)
        if found is not None:
            last = found[1]
            yield found


def _said_of(reading: Reading, word: str, at: int) -> tuple[int, int, str, str] | None:
    """The question, or the noun for one, of which it is said right before that it is open: "how he fled is unclear"."""
    lower, end = vocabulary(reading.text).lower, at + len(word)
    if word in ("known", "clear") and not lower.endswith(_DENIED, at - 12, at):
        return None
    sentence = reading.document.sentence_at(at)
    first = sentence.start if sentence else at
    if not _UNDER.search(lower, max(first, at - 40), at) or _OTHERWISE.match(lower, end):
        return None
    opened = _OPENED.match(reading.text, first, at) or _SAID_OF.search(reading.text, first, at)
    if opened is None:
        return None
    asking = opened.groupdict().get("asking") or opened.group("noun")
    return opened.start(), end, asking.lower(), opened.group("clause").strip()


def _asked(reading: Reading, word: str, at: int, last: int) -> tuple[int, int, str, str] | None:
    """The question that a question word, or the noun for one, opens behind words that leave it open."""
    lower, text, end = vocabulary(reading.text).lower, reading.text, at + len(word)
    noun, before = word in _NOUNS, word_before(text, at)
    if before not in (_BEFORE_NOUN if noun else _LAST) and (noun or not before.endswith(("ly", "day"))):
        return None
    sentence = reading.document.sentence_at(at)
    first = sentence.start if sentence else at
    near = max(first, at - 90)
    lead = (_SEEKS if noun else _LEAD).search(lower, near, at)
    if lead is None:
        if noun or last < 0 or at - last > 12 or not _ALSO.search(lower, near, at):
            return None
    elif not lower.startswith(_TASKS, lead.start()) and _NO_MATTER.search(
        lower, max(first, lead.start() - 24), lead.start()
    ):
        return None
    clause = (_OF if noun else _CLAUSE).match(text, end, sentence.end if sentence else len(text))
    if clause is None:
        return None
    said = clause.group() if noun else clause.group("clause")
    if word == "what" and past(said.split(" ", 1)[0].lower()) and not said.startswith(("was ", "were ")):
        return None  # what led to it is its motive
    return lead.start() if lead else at, clause.end(), word, said.strip()
