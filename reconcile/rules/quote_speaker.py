"""The same words are put in the mouths of two people.

Finds printings of one sentence, word for word or nearly so with five words in a row, whose speakers are two
different people by name. Not reported: set phrases, denials, speakers known only by their role, and quotations of
which an article says that they repeat another's words.

Why it matters: one of the two did not say it.

```
a: "Nobody sleeps tonight in Tarn," said the coach, Ada Lind.
b: "Nobody sleeps tonight in Tarn," said the captain, Bo Holm.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.quotes.recast import handed_on, repeated
from reconcile.align.quotes.renderings import turned
from reconcile.align.quotes.speakers import Speaker
from reconcile.align.quotes.utterances import Pair, pairs
from reconcile.align.quotes.voices import certain, relatives, voice
from reconcile.align.quotes.wordings import Group, Wording
from reconcile.align.story import Story
from reconcile.claims.claim import Claim
from reconcile.claims.quote import QuoteClaim
from reconcile.rules.difference import Difference, DraftSide

CODE = "QUO809"
KIND = "attribution"
VERDICT = "contradiction"


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per sentence and two people who are said to have said it."""
    found: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs(story):
        if _repeats(pair):
            yield _repeated(story, pair)
        sure = pair.speakers is Speaker.OTHER and _same_words(pair)
        sure = sure and not relatives(pair.first.claim, pair.second.claim)
        if sure and all(certain(story, said.claim) for said in (pair.first, pair.second)):
            one, two = sorted((pair.first.claim.subject, pair.second.claim.subject))
            found.setdefault((one, two), []).append(pair)
    for (one, two), members in found.items():
        yield _difference(story, one, two, members)


def _repeats(pair: Pair) -> bool:
    """Whether one of two speakers says the other's words again as what he was told."""
    words = pair.words
    alike = words.content >= 3 and words.share >= 0.5
    named = pair.first.claim.subject and pair.second.claim.subject
    apart = pair.first.claim.span.article != pair.second.claim.span.article
    return bool(alike and named and apart and pair.speakers is not Speaker.SAME and handed_on(pair))


def _repeated(story: Story, pair: Pair) -> Difference:
    """Whose words they are, where one speaker hands on what another said."""
    own, again = (pair.second, pair.first) if repeated(pair.first) else (pair.first, pair.second)
    one, two = own.claim.subject, again.claim.subject
    sides = tuple(DraftSide(value=who, claims=_evidence(story, who, [pair])) for who in (one, two))
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Whose words are “{own.text.strip(' ,')}”?",
        sides=sides,
        because=f"{two} only repeats what was told: the words are those of {one}.",
        confidence=0.7,
        doubtful=True,
        wordings=Group(Wording.SAME, pair, (own.claim,), (again.claim,)),
    )


def _same_words(pair: Pair) -> bool:
    words = pair.words
    if pair.first.claim.span.article == pair.second.claim.span.article:
        return False
    if words.first == words.second:
        return (words.matched >= 5 and words.content >= 2) or (words.matched >= 4 and words.content >= 3)
    if turned(words.first, words.second):
        return False  # who denies it answers the other
    if pair.upheld and words.matched >= _BESIDE and words.share >= 0.8:
        return True  # and the next sentence is the same too
    if not words.edits and words.share == 1:
        return words.matched >= 6 and words.content >= 3
    if words.matched >= 6 and words.content >= 4 and words.share >= 0.9 and len(words.edits) <= 1:
        return True
    return words.longest >= _RUN and words.content >= 3 and words.share >= 0.75


_BESIDE = 7  # words that two people hardly say alike before or after another sentence alike
_RUN = (
    5  # words in a row that two people hardly hit on, where the rest of the sentence is nearly the same too
)


def _difference(story: Story, one: str, two: str, members: list[Pair]) -> Difference:
    example = members[0]
    words = example.first.text.strip(" ,")
    printed = {said.words for pair in members for said in (pair.first, pair.second)}
    alike = [p for p in pairs(story) if p.first.words in printed and p.second.words in printed]
    sides = tuple(
        DraftSide(value=who, claims=_evidence(story, who, [*members, *alike])) for who in (one, two)
    )
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Who said “{words}”?",
        sides=sides,
        because=f"“{words}” is put in the mouth of {one} and of {two}, {_how_near(example)}.",
        confidence=0.85,
        wordings=Group(Wording.SAME, example, (example.first.claim,), (example.second.claim,)),
    )


def _how_near(pair: Pair) -> str:
    return "word for word" if pair.words.share == 1 and not pair.words.edits else "in nearly the same words"


def _evidence(story: Story, who: str, members: list[Pair]) -> tuple[Claim, ...]:
    """The namings of the speaker, then his words."""
    quotes: dict[str, QuoteClaim] = {}
    for pair in members:
        for said in (pair.first, pair.second):
            if said.claim.subject == who or said.claim.subject == who.split(" ")[-1]:
                quotes.update((claim.id, claim) for claim in said.claims if claim.id not in quotes)
    voices = {found.id: found for quote in quotes.values() if (found := voice(story, quote))}
    return (*voices.values(), *quotes.values())
