"""What is only supposed to have been done: "allegedly set", "suspected of setting", "believed to have been set"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reconcile.claims.reading import Reading
from reconcile.language.grammar.verbs import past
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.values.regex import regex


@cache
def _doubts() -> dict[str, frozenset[str]]:
    """The words of doubt, by how the deed follows them."""
    listed = (line.partition(": ") for line in words("doubts"))
    return {place: frozenset(said.split()) for place, _, said in listed}


@cache
def _cues() -> frozenset[str]:
    return frozenset(word for said in _doubts().values() for word in said)


_HAVE = r"(?:(?:also|then|later|first|since|deliberately|fatally|accidentally) )?"
_ADVERB = regex(rf"(?: (?:had|has|have|was|were|been|being|is|are)){{0,3}} {_HAVE}(?P<verb>[a-z]{{3,}})\b")
_ACCUSED = regex(rf" of (?:having )?(?:been )?{_HAVE}(?P<verb>[a-z]{{3,}})\b")
_HAVING = regex(rf" to (?:have (?:been )?|be (?=[a-z]+ing )){_HAVE}(?P<verb>[a-z]{{3,}})\b")
_MIGHT = regex(rf" (?:also )?have (?:been )?{_HAVE}(?P<verb>[a-z]{{3,}})\b")
_NOUN = regex(r" (?P<noun>[a-z]{4,})\b")
_CLAUSE = regex(r"(?: that)?(?P<clause>(?: [\w'’.-]+){1,6})")
_WORD = regex(r"[a-z]+")
_NO_VERBS = frozenset(
    ["was", "were", "had", "been", "has", "have", "did", "said", "told", "believed", "suspected", "alleged"]
)
_REST = regex(r"(?: (?!(?:said|says|and|but|who|which|when|while|after|before)\b)[\w'’-]+){0,4}")
_SEVERAL = regex(r"(?:[a-z]s|they|we|police|also|now) \Z")
_UNREAL = regex(
    r"(?:\b(?:not|never|if|whether|no)|n['’]t)\b[^.;,]{0,24}\Z", holds="no|never|if|whether|n't|n’t"
)


def suppositions(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yields where somebody is only supposed to have done something: from the words for the doubt to what it is done
    to, and the verb, or the noun for the act."""
    known = vocabulary(reading.text)
    lower = known.lower
    done = -1
    for at, cue in known.places(_cues()):
        if at < done or reading.document.skipped(at) or _UNREAL.search(lower, max(0, at - 30), at):
            continue
        place = _verb(lower, at + len(cue), cue)
        if place is None:
            continue
        start, end = place
        if cue == "suspect" and not _SEVERAL.search(lower, max(0, at - 24), at):
            continue  # "the suspect fled"
        rest = _REST.match(lower, end)
        done = rest.end() if rest else end
        yield at, done, lower[start:end]


def _verb(lower: str, after: int, cue: str) -> tuple[int, int] | None:
    """Where the word stands for what is supposed to have been done."""
    doubts = _doubts()
    if cue in doubts["adverb"]:
        found = _ADVERB.match(lower, after)
        return found.span("verb") if found and _told(found.group("verb")) else None
    if cue in doubts["have"]:
        found = _MIGHT.match(lower, after)
        return found.span("verb") if found and past(found.group("verb")) else None
    found = _ACCUSED.match(lower, after) if cue in doubts["of"] else None
    if found is not None and found.group("verb").endswith("ing"):
        return found.span("verb")
    found = _HAVING.match(lower, after) if cue in doubts["to"] else None
    if found is not None and (past(found.group("verb")) or found.group("verb").endswith("ing")):
        return found.span("verb")
    if cue in doubts["that"] and (clause := _CLAUSE.match(lower, after)):
        for word in _WORD.finditer(lower, clause.start("clause"), clause.end("clause")):
            if past(word.group()) and word.group() not in _NO_VERBS:
                return word.span()
    noun = _NOUN.match(lower, after) if cue in doubts["quality"] else None
    return noun.span("noun") if noun else None


def _told(word: str) -> bool:
    """Whether a word behind such an adverb can tell a deed: "setting", "set", "runs"."""
    lasting = word.endswith("ing") or (word.endswith("s") and not word.endswith("ss"))
    return past(word) or lasting
