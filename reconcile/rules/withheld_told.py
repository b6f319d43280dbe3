"""Not announced in one article, known in another.

Finds names, identities and conditions that one article says are withheld or unknown and that another article, of the
same day or later, gives. "Not announced" holds until it is announced: an update.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "A third, unidentified victim of the Ordell Street shooting died in Tessaly."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-04, text: "The third victim of the Ordell Street shooting in Tessaly was identified as Orla Finn."}
findings:
  - {verdict: explained, reason: update, sides: [["unidentified"], ["identified as"]]}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.align.senses import senses
from reconcile.align.standing import day
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.claims.state import StateClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "EVT943"
KIND = "other"
VERDICT: Verdict = "explained"

_NAMES = regex(r"\b(?:names?|named|identit\w+|identif\w+|unidentified|families|family)\b", re.I)
_NAMED = regex(r"[A-Z][\w’'-]{2,}")
_MONEY = regex(
    r"[£$€]|\b(?:dollars?|euros?|pounds?|francs|yen|crowns|kron\w+|pesos|rupees|yuan|rubles|roubles)\b"
)
_PRICE = regex(
    r"\b(?:fee|price|sold|sells?|bought|buys?|sale|paid|pays?|acquir\w+|deal|sum|transfer\w*|auction\w*|purchase\w*|signed|joined)\b"
)
_WHOSE = regex(  # an official who is not named is no victim
    r"\b(?:victims?|killed|kill|dead|died|deaths?|deceased|bod(?:y|ies)|suspects?|gunm[ae]n|shooters?|attackers?|wounded|injured|hurt|shot|"
    r"hostages?|arrested|casualt\w+|survivors?|drivers?|pilots?|passengers?|crew|boys?|girls?|child(?:ren)?|sons?|daughters?|m[ae]n|wom[ae]n|teen\w*|officers?|deput(?:y|ies))\b",
    re.I,
)
_ROLES = {
    "suspect": regex(
        r"\b(?:suspects?|gunm[ae]n|shooters?|attackers?|robbers?|killers?|arrested|accused)\b", re.I
    ),
    "victim": regex(
        r"\b(?:victims?|killed|dead|died|deceased|bod(?:y|ies)|wounded|injured|survivors?)\b", re.I
    ),
    "officer": regex(r"\b(?:officers?|deput(?:y|ies)|troopers?|agents?)\b", re.I),
}
_CONDITION = regex(r"\b(?:conditions?|injuries|injured|wounds|survivors)\b", re.I)


def check(story: Story) -> Iterator[Difference]:
    """Yields an explained difference for names and for conditions that are withheld here and given there."""
    told = [c for c in story.of(StateClaim) if c.aspect == "told"]
    withheld = [c for c in told if c.value == "withheld" and c.polarity]
    given = [c for c in told if c.value == "given" and c.polarity]
    injuries = [c for c in story.of(StateClaim) if c.aspect == "injury" and c.polarity]
    names = [
        c
        for c in withheld
        if _NAMES.search(c.sentence) and _WHOSE.search(c.sentence) and not _CONDITION.search(c.span.quote)
    ]
    yield from _finding(story, "Who are the victims?", "participant", names, given)
    conditions = [c for c in withheld if _CONDITION.search(c.sentence)]
    yield from _finding(story, "How are the injured?", "other", conditions, injuries)
    yield from _unpriced(story, [c for c in told if c.value == "unpriced" and c.polarity])


def _unpriced(story: Story, withheld: list[StateClaim]) -> Iterator[Difference]:
    """A price that is not disclosed in one article, and named for the same thing in another."""
    if not withheld:
        return
    silent = {claim.span.article for claim in withheld}
    about = [frozenset(_NAMED.findall(claim.sentence)) | senses(claim.sentence) for claim in withheld]
    sums = [
        c for c in story.of(QuantityClaim) if _MONEY.search(c.span.quote) and c.span.article not in silent
    ]
    named = [
        c
        for c in sums
        if _PRICE.search(c.sentence)
        and any(
            len(words & (frozenset(_NAMED.findall(c.sentence)) | senses(c.sentence))) > 2 for words in about
        )
    ]
    if named:
        yield Difference(
            rule=CODE,
            kind="other",
            question="Was the price disclosed?",
            sides=(
                DraftSide(value="not disclosed", claims=tuple(withheld)),
                DraftSide(value=str(named[0]), claims=tuple(named)),
            ),
            verdict="explained",
            reason="precision",
            because=f"{withheld[0].span.quote!r} names no price; {named[0].span.quote!r} does.",
            confidence=0.6,
            settled=True,
        )


def _finding(
    story: Story, question: str, kind: str, withheld: list[StateClaim], given: list[StateClaim]
) -> Iterator[Difference]:
    first = [c for c in withheld if any(_later(story, c, other) for other in given)]
    second = [c for c in given if any(_later(story, other, c) for other in withheld)]
    if not first or not second:
        return
    yield Difference(
        rule=CODE,
        kind=kind,
        question=question,
        sides=(
            DraftSide(value="not announced", claims=tuple(first)),
            DraftSide(value="given", claims=tuple(second)),
        ),
        because=f"{first[0].span.quote!r} held until it was announced; another article gives it.",
        confidence=0.7,
        doubtful=True,
    )


def _later(story: Story, earlier: StateClaim, later: StateClaim) -> bool:
    one, other = day(story, earlier), day(story, later)
    apart = earlier.span.article != later.span.article and bool(one) and bool(other) and one <= other
    return apart and _alike(earlier, later)


def _alike(withheld: StateClaim, given: StateClaim) -> bool:
    """Whether both speak of victims, both of suspects or both of officers, as far as they say."""
    if given.aspect != "told":
        return True
    one, other = (_called(claim.span.quote) or _called(claim.sentence) for claim in (withheld, given))
    return not one or not other or bool(one & other)


def _called(said: str) -> frozenset[str]:
    return frozenset(role for role, words in _ROLES.items() if words.search(said))
