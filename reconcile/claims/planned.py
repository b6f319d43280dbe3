"""What is meant to be done, or has been tried: "will step up patrols", "tried to sink the boat", "is to be freed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.claims.deeds.whom import subject_phrase
from reconcile.claims.reading import Reading
from reconcile.language.grammar.verbs import past
from reconcile.language.vocabulary import around, vocabulary, word_before
from reconcile.values.regex import regex

_HOW = r"(?:also|always|first|never|not|now|once again|soon|still|then|(?!(?:apply|bully|comply|imply|multiply|rally|rely|reply|supply|tally) )[a-z]{3,}ly) "  # what may stand before the verb
_VERB = rf"(?P<how>{_HOW})?(?!{_HOW}|(?:the|any|her|his|its|our|that|their|these|this|those) )(?P<verb>[a-z]{{3,}}(?: (?:up|out|down|off|over|back|aside|away|ahead))?)"
_SMALL = "and|or|in|on|at|for|to|from|with|by|into|as|that|of|about|before|after|when|while|but|if|because|over|under"
_THING = (
    r"(?:(?:the|a|an|its|their|his|her|our|my|your|this|these|those|all|more|new) )*"
    rf"(?P<object>(?!(?:{_SMALL}|not|it|him|her|them|us|me|you|out|up|down|off|back|the|its|their|his|our|my|your|this|these|those|all|more|new"
    r"|very|how|what|why|who|where|whether|so|too|later|early|soon|again|[a-z]+ly(?! [a-z]+(?:de|ed|en|wn)\b))\b)"
    rf"[a-z][a-z-]{{2,}}(?: (?!(?:{_SMALL}|out|up|down|off|away|back|next|last|this|later|again)\b)[a-z][a-z-]{{2,}}){{0,2}})"
)
_PLANNED = regex(
    rf"\b(?:(?:will|would|shall)(?: not| never)?|won['’]t|to|out(?= [a-z]+ing\b)) {_VERB}(?: {_THING})?"
)
_TRIED = "attempted|attempt|attempts|tried|tries|failed|struggled"
_MEANT = (
    "plan|plans|planned|planning|set|expected|going|due|intend|intends|intended|agreed|vowed|promised|about|hope|hopes|hoping|hoped|wanted|"
    "want|wants|attempting|trying|working|preparing|struggling|scheduled"
)
_PLAN_CUE = regex(
    rf"\b(?P<cue>(?:will|would|shall)(?P<never> not| never)?|won(?P<not>['’]t)|(?P<tried>{_TRIED})(?: [A-Z][a-z]+day)? to|(?:{_MEANT})(?: [A-Z][a-z]+day)? to"
    r"|(?P<resisted>rejected|rejects|resisted|resists|defied|ignored|rebuffed)(?: [a-z]+){0,2} (?:calls|demands|pressure|appeals|pleas|requests)(?: (?:for|on) (?:him|her|them))? to"
    r"|(?P<ruled>ruled|rules|vowed|promised|pledged) (?:out|never to))\b"
)
_NO_PLAN = regex(
    rf"(?:will|would|shall)(?: not| never)? (?:{_HOW})?(?:have (?:[a-z]+ed|been|had|[a-z]+n)|like|love|prefer)\b"
)
_IS_DUE = regex(
    r"\b(?:is|are|was|were|be|been)(?: (?:all|also|both|each|not|now|still|then))* \Z|['’](?:s|re|m) \Z",
    holds="is|are|was|were|be|been|'|’",
)
_LEADING = frozenset(
    f"{_TRIED}|{_MEANT}|ruled|rules|calls|demands|pressure|appeals|pleas|requests|him|her|them|never".split(
        "|"
    )
)
_WILL = frozenset(("will", "to", "would", "shall", "won", "out"))
_DENIED = regex(
    r"(?:\b(?:not|never|no|no longer|nor|den(?:y|ies|ied) (?:any|having|that it had|it has))|n['’]t)"
    r"(?: (?:currently|immediate|yet|actually|even|be|immediately|specific))? \Z"
)
_BE = frozenset(("be",))
_TO_BE = regex(
    r"\b(?:will|shall|(?P<would>would)|(?:(?:is|are|was|were)(?: now| also| still)? )?(?:expected|scheduled|due|set|going|slated|supposed|planned|about|(?:is|are|was|were)) to)"
    r"(?P<not> not| never)?(?: (?:also|soon|later|[a-z]+ly))? \Z"
)
_SAID = regex(
    r"\b(?:said|announced|promised|pledged|vowed|confirmed|insisted|stressed|ruled|decided)(?: [A-Z][a-z]+day)?(?: that)? (?:the |its |his |her |their |an? )?\Z"
)
_DONE = regex(r" (?:[a-z]+ly )?(?P<verb>[a-z]{4,})\b")
_WORD = regex(r"[^\W\d_]")
_LEAD = 44  # characters before a verb in which it is told that it is planned, or rejected
_REACH = 60  # characters of a subject


def plans(reading: Reading) -> Iterator[tuple[int, int, str, str, str]]:
    """Yields where it is told what is planned or was tried: from the words for that to the thing it is done to, the
    verb, the thing, and "planned", "not planned" or "tried"."""
    text = reading.text
    for match in around(_PLANNED, text, vocabulary(text).places(_WILL)):
        if match.group()[:2].lower() in ("to", "ou") and not _led_to(text, match.start()):
            continue
        to = match.start("how" if match.group("how") else "verb") - 1
        cues = _PLAN_CUE.finditer(text, max(0, match.start() - _LEAD), to)
        cue = next((found for found in cues if found.end() == to), None)
        if cue is None or reading.document.skipped(match.start()):
            continue
        never = cue.group("never") or cue.group("not") or cue.group("resisted") or cue.group("ruled")
        due = not cue.group().startswith("due") or _IS_DUE.search(text, max(0, cue.start() - 30), cue.start())
        if not due or _NO_PLAN.match(text, cue.start()):
            continue  # "would have been five", "damage due to storms"
        denied = never or _DENIED.search(text, max(0, cue.start() - 40), cue.start())
        if denied and (cue.group("tried") or _LATER.match(text, match.end())):
            continue  # "will not open before May": it will, then
        value = "tried" if cue.group("tried") else "not planned" if denied else "planned"
        start = denied.start() if isinstance(denied, re.Match) else cue.start()
        yield start, match.end(), match.group("verb"), match.group("object") or "", value
    yield from _done_to(reading)


_LATER = regex(r" (?:[\w'’-]+ ){0,4}?(?:before|until|till)\b")


def _done_to(reading: Reading) -> Iterator[tuple[int, int, str, str, str]]:
    """What is to be done to somebody or something: "Orla Finn is to be freed", "the bridge will be closed"."""
    text = reading.text
    for at, _ in vocabulary(text).places(_BE):
        done = _DONE.match(text, at + 2)
        cue = _TO_BE.search(text, max(0, at - 40), at) if done and past(done.group("verb")) else None
        if done is None or cue is None or reading.document.skipped(at):
            continue
        first, last = subject_phrase(reading, cue.start())
        if not last or (cue.group("would") and not _SAID.search(text, max(0, first - _LEAD), first)):
            continue
        thing = text[first:last]
        if thing.lower() in ("he", "she"):
            thing = reading.document.antecedents.pronoun(thing.lower(), first)
        if _WORD.search(thing):
            start = first if cue.start() - first <= _REACH else cue.start()
            yield (
                start,
                done.end(),
                done.group("verb"),
                thing,
                "not planned" if cue.group("not") else "planned",
            )


def _led_to(text: str, at: int) -> bool:
    """Whether the "to" at `at` may follow a verb of planning or trying: a quick look before the pattern's."""
    word = word_before(text, at)
    return word in _LEADING or word.endswith("day")
