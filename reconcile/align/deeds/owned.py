"""Things that one article says somebody did not have, and another speaks of as his: "without a helmet", "Lind's helmet"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from reconcile.align.persons.standing import withdrawn
from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.claims.absence import AbsenceClaim
from reconcile.claims.reading import Reading
from reconcile.language.grammar.conditions import irrealis
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.values.regex import regex

_OWNER = regex(
    r"(?:\b(?P<owner>(?:(?:[A-Z][\w-]+ ){0,3}[A-Z][\w-]+|[Tt]he (?:[a-z-]+ )?[a-z-]+))(?:['’]s|(?<=s)['’])|\b(?P<pronoun>[Hh]is|[Hh]er|[Ii]ts))"
    r"(?: (?!new|other|next|second|further|first|former|old|late|lost|missing|only)[a-z-]+)? \Z"
)
_THE = regex(r"\b[Tt]he (?:[a-z-]+ )?\Z")
_PART_OF = regex(
    r" (?:around|in|on|at|inside|aboard|on board|of|for) (?:the |a )?(?P<owner>[A-Z][\w-]+|[a-z]{3,})\b(?=[ .,;])"
)
_GONE = regex(
    r"[^.;]{0,24}?\b(?:taken away|taken from|revoked|suspended|withdrawn|lost|stolen|expired|ran out|cancell?ed|refused|removed|confiscated|lapsed"
    r"|divorced|died|dead|late|left him|left her|would|could|will be|to come)\b"
)
_DENIED = regex(
    r"(?:\b(?:not|never|no|without|if|whether|would|could|should|for|lost|lacks?|lacked)\b|n['’]t)[^.;,]{0,24}\Z"
)
_COMPOUND = regex(
    r"(?:-| [a-z]+(?:er|ion|ing|ment|office|law|room|number|company|case|dealer|owner|factory|maker)\b)"
)
_SIDES = 40  # characters before a noun in which its owner stands
_MOST = 12  # places of an article at which a thing is spoken of as somebody's


@cache
def _things() -> dict[str, str]:
    """From each noun, in the singular and the plural, to the noun that stands for it."""
    found = {}
    for noun in (noun for line in words("owned_things") for noun in line.split()):
        found[noun] = found[f"{noun}s"] = sense(noun)
    return found


def owned_after_all(story: Story) -> Iterator[tuple[AbsenceClaim, AbsenceClaim]]:
    """Yields each denial that somebody or something had a thing, with where another article speaks of it as his or its."""
    denied: dict[str, list[AbsenceClaim]] = defaultdict(list)
    for none in story.of(AbsenceClaim):
        if not none.polarity and none.value in _things() and not withdrawn(none):
            denied[_things()[none.value]].append(none)
    for article in story.articles if denied else ():
        for meant, owner, some in _owned(story.reading(article), frozenset(denied)):
            for none in denied[meant]:
                if (
                    none.span.article != article
                    and not story.same_origin(none, some)
                    and _holder(story, none, owner)
                ):
                    yield none, some


def _holder(story: Story, none: AbsenceClaim, owner: str) -> bool:
    """Whether the owner is who or what had none, by a name or by the noun for it; "there was none" may leave it unsaid."""
    who = telling(owner)
    if none.event == "have" and none.subject:
        return bool(who & telling(none.subject)) and (
            " " in none.subject or owner[0].isupper() or who <= telling(none.subject)
        )
    before = none.sentence[: none.span.start - none.sentence_start]
    behind = none.sentence[none.span.start - none.sentence_start :][: _SIDES + len(none.span.quote)]
    said = telling(before) | telling(behind)
    if none.event == "be" and said <= telling(none.value):
        return bool(who) and all(word in story.article(none).text for word in owner.lower().split()[-1:])
    return bool(who) and who <= said


def _owned(reading: Reading, wanted: frozenset[str]) -> Iterator[tuple[str, str, AbsenceClaim]]:
    """Where a text speaks of the things as somebody's: what stands for the thing, whose it is, and the claim."""
    text = reading.document.text
    nouns = frozenset(noun for noun, meant in _things().items() if meant in wanted)
    for at, noun in vocabulary(text).places(nouns)[:_MOST]:
        end = at + len(noun)
        found = _OWNER.search(text, max(0, at - _SIDES), at)
        held = None
        if found is None:
            found = _THE.search(text, max(0, at - _SIDES), at)
            held = _PART_OF.match(text, end) if found is not None else None
            found = found if held is not None else None
        if found is None or _GONE.match(text, end) or _COMPOUND.match(text, end):
            continue
        sentence = reading.document.sentence_at(at)
        if sentence is None or _DENIED.search(
            text, max(sentence.start, found.start() - _SIDES), found.start()
        ):
            continue
        if irrealis(text, sentence.start, at, sentence.end):
            continue
        pronoun = "" if held else (found.group("pronoun") or "").lower()
        owner = (
            held.group("owner")
            if held
            else found.group("owner")
            or ("" if pronoun == "its" else reading.document.meant(_HE.get(pronoun, ""), found.start()))
        )
        if owner:
            yield (
                _things()[noun],
                owner,
                reading.claim(AbsenceClaim, found.start(), end, subject=owner, value=noun, event="have"),
            )


_HE = {"his": "he", "her": "she"}
