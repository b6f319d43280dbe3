"""Alleged here, stated as a fact there.

Finds a deed that one article only supposes ("allegedly set", "suspected of setting", "may have been set") and that
another tells in its own voice as done. Both can hold; an editor must know which article vouches for it.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Ivo Petersen is suspected of torching a boathouse on Ordell Quay."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-03, text: "Ivo Petersen torched the boathouse on Ordell Quay on Wednesday night."}
findings:
  - {verdict: explained, reason: precision, sides: [["suspected of torching"], ["torched"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from reconcile.align.deeds.acts import acts, persons
from reconcile.align.deeds.one_deed import Deed, deed, light
from reconcile.align.deeds.told import Done, told_deed, told_of
from reconcile.align.senses import sense, senses
from reconcile.align.story import Story
from reconcile.align.times.spans import names
from reconcile.claims.state import StateClaim
from reconcile.language.grammar.verbs import past
from reconcile.language.names.titled import person_nouns
from reconcile.rules.clause_words import clause_words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "ATT902"
KIND = "attribution"
VERDICT: Verdict = "explained"

_MOST = 24  # sentences with the verb of a supposition that are held against it
_ALIKE, _SURE, _CLOSE = 0.15, 0.3, 0.45  # the likeness of two sentences of one deed
_DOUBTED = regex(
    r"\b(?:alleg\w+|report(?:ed|edly|s)|purported\w*|supposed\w*|apparently|presum\w+|suspected?|suspects|accus\w+|believe[sd]?|thought|feared|appears?"
    r"|seems?|likely|probably|possibly|perhaps|charged|claim(?:s|ed)?|rumou?r\w*|thinks?)\b",
    re.I,
)
_BEFORE, _AFTER = 56, 32
_THINKS = regex(r"(?:(?:believ|suspect|think|fear)\w*|alleg(?:es?|ed)) (?!of |to )(?:that )?")
_FIGURE = regex(r"\d[\d,.]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|several)\b")
_BLAMED = regex(r"alleg|accus|suspect", re.I)  # the doubt is who did it
_WHO = regex(
    r"\b[A-Z][\w’'-]+(?:,? (?:\d\d|is|was|are|were|has|had|been|being|also|who|stands|of [A-Z]\w+),?)* \Z"
)  # named right before the doubt


def check(story: Story) -> Iterator[Difference]:
    """Yields one explained difference per deed that one article supposes and another states."""
    guesses = [c for c in story.of(StateClaim) if c.aspect == "supposed"]
    told = told_of({verb for guess in guesses for verb in _verbs(guess)}, story)
    done: dict[tuple[str, int], Done | None] = {}
    deeds: dict[str, tuple[dict[str, StateClaim], dict[str, StateClaim]]] = defaultdict(lambda: ({}, {}))
    for guess in guesses:
        own = _own(guess)
        for verb in _verbs(guess):
            for article, at, end in told.get(verb, ())[:_MOST]:
                if article == guess.span.article:
                    continue
                if (article, at) not in done:
                    found = told_deed(story, article, at, end)
                    done[article, at] = found if found and _plain(found.claim) else None
                fact = done[article, at]
                if fact is not None and _one(story, guess, own, fact):
                    pair = deeds[verb]
                    pair[0][guess.id], pair[1][fact.claim.id] = guess, fact.claim
    for supposed, stated in deeds.values():
        yield _difference(tuple(supposed.values()), tuple(stated.values()))


def _verbs(guess: StateClaim) -> frozenset[str]:
    """What stands for the deed that is supposed: the sense of its verb, or those of the verbs of its noun."""
    word = guess.event
    told = past(word) or word.endswith(("ing", "s"))
    return frozenset({sense(word)}) if told else acts(word)


def _own(guess: StateClaim) -> Deed:
    """The deed that is supposed; its doer is open unless named right before the doubt."""
    at = guess.span.start - guess.sentence_start
    end = at + guess.span.quote.lower().rfind(guess.event) + len(guess.event)
    thinks = _THINKS.match(guess.span.quote.lower())
    if thinks is not None:  # "police believe he set it"
        first = at + thinks.end()
        text = guess.sentence[first:]
        return deed(text, end - len(guess.event) - first, end - first, guess.event)
    own = deed(guess.sentence, at, end, guess.event)
    known = _WHO.search(guess.sentence, max(0, at - 60), at) is not None
    return own if known or own.passive else own._replace(open=True, doer=frozenset())


def _plain(fact: StateClaim) -> bool:
    """Whether no word of doubt stands near a deed."""
    start = fact.span.start - fact.sentence_start
    end = start + len(fact.span.quote)
    return _DOUBTED.search(fact.sentence, max(0, start - _BEFORE), end + _AFTER) is None


def _one(story: Story, guess: StateClaim, own: Deed, fact: Done) -> bool:
    """Whether what is stated is what is supposed: much of one clause stands in the other, and nobody else did it."""
    told = fact.deed
    if past(guess.event) or guess.event.endswith(("ing", "s")):
        meant = own.doer | own.rest
    else:
        meant = frozenset(
            word for name in persons(story, guess) for word in senses(name)
        )  # "his alleged arrest"
    shared = (meant & (told.doer | told.rest)) - {own.verb}
    similar = story.similarity(guess, fact.claim)
    telling = shared if similar >= _SURE else shared - _persons()
    whole = similar >= _CLOSE and own.rest <= told.rest
    enough = (
        3 - whole if light(told.verb) else 1 if own.patient & told.patient & shared and own.passive else 2
    )
    if len(telling) < enough or similar < _ALIKE:
        return False
    if set(_FIGURE.findall(guess.span.quote)) != set(_FIGURE.findall(fact.claim.span.quote)):
        return False
    known = names(guess.sentence), names(fact.claim.sentence)
    if known[0] and known[1] and not known[0] & known[1] and similar < _SURE:
        return False  # of two places, or of two persons
    if own.object and not (told.object or told.passive):
        return False  # "allegedly killed his father", "he died"
    if (
        told.passive
        and not told.doer
        and bool(own.after & told.patient)
        and not _BLAMED.match(guess.span.quote)
    ):
        return True  # "apparently lost the town", "the town was lost"
    named = told.doer - _persons()
    if own.passive or own.doer & told.doer:
        return True
    if own.open:
        return bool(named) or whole
    return not named and len(telling) > 2 and similar >= _SURE  # "a gunman who entered the bakery"


@cache
def _persons() -> frozenset[str]:
    return frozenset(sense(noun) for noun in person_nouns())


def _difference(supposed: tuple[StateClaim, ...], stated: tuple[StateClaim, ...]) -> Difference:
    guess, fact = supposed[0].span.quote, stated[0].span.quote
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Is it established: “{clause_words(stated[0])}”?",
        sides=(DraftSide(value="supposed", claims=supposed), DraftSide(value="stated", claims=stated)),
        verdict=VERDICT,
        reason="precision",
        because=f"“{guess}” leaves open what “{fact}” states as a fact.",
        confidence=0.55,
        settled=True,
    )
