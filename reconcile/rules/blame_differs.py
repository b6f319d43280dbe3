"""Those without a name who are blamed: armed gangs here, terrorist groups there.

Finds the words by which articles tell whom somebody blames for violence, where they name nobody. Who is blamed is the
same crowd in the words of the same accuser, more and less fully told, which a reader should know before he counts gangs
and terrorists as two.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The government of Halvard blames armed gangs for the unrest in Tessaly."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Halvard has blamed the bloodshed in Tessaly on foreign-backed groups."}
findings:
  - {verdict: explained, reason: alias, sides: [["blames armed gangs"], ["on foreign-backed groups"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from reconcile.align.senses import senses
from reconcile.align.story import Story
from reconcile.claims.participation import ParticipationClaim
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted
from reconcile.values.regex import regex

CODE = "PAR931"
KIND = "participant"
VERDICT: Verdict = "explained"

_MOST = 5  # claims that witness one phrase
_SAYS = r"(?:[\"“'`]+ ?)?(?:what (?:it|they|he) (?:calls?|called|describes? as|described as) )?(?:[\"“'`]+ ?)?(?:an? |the )?"
_FORMS = frozenset({"blame", "blames", "blamed", "blaming"})


@cache
def _whom() -> re.Pattern[str]:
    """Who is blamed, right behind the verb or behind its "on"."""
    nouns = "|".join(noun for line in words("culprits") for noun in line.split())
    plain = r"(?!(?:on|for|and|or|to|of|in|by|with|from|that|which)\b)[\w-]+ "
    return regex(
        rf"(?: (?:[\w’'-]+ ){{0,8}}?on)? {_SAYS}(?P<whom>(?:{plain}){{0,4}}(?:{nouns})(?:,? and (?:{plain}){{0,2}}?(?:{nouns}))?)\b"
    )


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference when articles tell in different words which nameless ones are blamed."""
    told: dict[frozenset[str], list[ParticipationClaim]] = defaultdict(list)
    for article in story.articles:
        for claim in _blamed(story, article):
            told[senses(claim.value)].append(claim)
    sides = [said[:_MOST] for said in told.values()]
    if len({claim.span.article for said in sides for claim in said}) < 2 or len(sides) < 2:
        return
    names = [said[0].value for said in sides]
    yield Difference(
        rule=CODE,
        kind=KIND,
        question="Who is blamed?",
        sides=tuple(DraftSide(value=n, claims=tuple(c)) for n, c in zip(names, sides, strict=True)),
        verdict=VERDICT,
        reason="alias",
        because=f"{quoted(names)} are words for those who are blamed and have no name.",
        confidence=0.5,
        settled=True,
    )


def _blamed(story: Story, article: str) -> Iterator[ParticipationClaim]:
    """Where an article tells that nameless ones are blamed."""
    reading = story.reading(article)
    for at, form in vocabulary(reading.text).places(_FORMS):
        found = _whom().match(reading.text, at + len(form))
        sentence = reading.document.sentence_at(at)
        if found is None or sentence is None or found.end() > sentence.end or reading.document.skipped(at):
            continue
        whom = found["whom"]
        yield reading.claim(ParticipationClaim, at, found.end(), event="blame", value=whom, role="patient")
