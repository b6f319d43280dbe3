"""Denied here, told there: nobody hurt against three injured, did not attend against attended.

"None" and a figure cannot both be right of one moment, nor can a deed that was done and was not done. A later
report may supersede an earlier "not yet"; where one side only quotes a denial, it is word against word.

```yaml
articles:
  - {id: a, publisher: Tern, text: "Joren Vale, the mayor of Tessaly, did not attend the opening of the Ordell bridge on Monday."}
  - {id: b, publisher: Heron, text: "The mayor of Tessaly, Joren Vale, attended the opening of the Ordell bridge on Monday."}
findings:
  - {verdict: contradiction, sides: [["did not attend"], ["attended"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from reconcile.align.closeness import TOLLS, closeness
from reconcile.align.stems import stem
from reconcile.align.story import Story
from reconcile.claims.claim import Claim
from reconcile.claims.denial import DenialClaim
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.vocabulary import vocabulary
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "POL951"
KIND = "other"
VERDICT = "contradiction"

_ALIKE_TOLL = 0.3
_ALIKE = 0.55
_SHARED = 2  # names that the denial and the deed have in common
_ENDINGS = ("ed", "en", "t", "d", "n", "s")
_NAME = re.compile(r"[A-Z][\w'’-]{2,}")
_NEGATED = re.compile(
    r"\b(?:not|never|no|n['’]t|without|denied|denies|if|whether|would|could|may|might|to)\b[^.;]{0,24}\Z",
    re.I,
)
_REST = re.compile(r"\b(?:else|other|others|further|more|yet)\b", re.I)


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for every "none" against a figure, and for every denial against the deed."""
    yield from _tolls(story)
    yield from _deeds(story)


def _tolls(story: Story) -> Iterator[Difference]:
    by_measure: dict[str, list[QuantityClaim]] = defaultdict(list)
    for claim in story.of(QuantityClaim):
        if claim.measure in TOLLS and not claim.part:
            by_measure[claim.measure].append(claim)
    for measure, claims in sorted(by_measure.items()):
        for none in (c for c in claims if c.value.high == 0 and not _REST.search(c.sentence)):
            some = [
                c
                for c in claims
                if c.span.article != none.span.article
                and c.value.low is not None
                and c.value.low > 0
                and closeness(none, c, story) >= _ALIKE_TOLL
                and set(_NAME.findall(none.sentence)) & set(_NAME.findall(c.sentence))
            ]
            if some:
                best = max(some, key=lambda c: (closeness(none, c, story), c.id))
                yield _difference(none, best, f"Were people {measure}?", story, later_may_know=True)


def _deeds(story: Story) -> Iterator[Difference]:
    denials = [claim for claim in story.of(DenialClaim) if not claim.polarity]
    told = _told_of({stem(denial.value.lower()) for denial in denials}, story)
    for denial in denials:
        names = set(_NAME.findall(denial.sentence))
        found: list[tuple[float, DenialClaim]] = []
        for article, at, end, said in told[stem(denial.value.lower())]:
            if article != denial.span.article and len(names & said) >= _SHARED:
                reading = story.reading(article)
                claim = reading.claim(DenialClaim, at, end, value=reading.text[at:end], event=denial.event)
                if (alike := story.similarity(denial, claim)) >= _ALIKE:
                    found.append((alike, claim))
        if found:
            done = max(found, key=lambda pair: (pair[0], pair[1].id))[1]
            perfect = re.match(r"(?:has|have|had|was|were|is|are)\b", denial.span.quote, re.I) is not None
            question = f"Is it true that “{done.span.quote}”?"
            yield _difference(denial, done, question, story, later_may_know=perfect)


def _told_of(wanted: set[str], story: Story) -> dict[str, list[tuple[str, int, int, set[str]]]]:
    """Where the articles tell of deeds, by the stem of the verb, with the names in the sentence."""
    told: dict[str, list[tuple[str, int, int, set[str]]]] = defaultdict(list)
    starts = {key[:2] for key in wanted}
    for article in story.articles if wanted else ():
        document = story.reading(article).document
        known = vocabulary(document.text)
        forms = {
            w: k for w in known.words if w[:2] in starts and w.endswith(_ENDINGS) and (k := stem(w)) in wanted
        }
        for at, word in known.places(forms.keys()):
            sentence = document.sentence_at(at)
            if sentence is not None and not _NEGATED.search(document.text, max(0, at - 40), at):
                said = set(_NAME.findall(document.text, sentence.start, sentence.end))
                told[forms[word]].append((article, at, at + len(word), said))
    return told


def _difference(none: Claim, some: Claim, question: str, story: Story, *, later_may_know: bool) -> Difference:
    days = [p.interval.start if (p := story.article(c).published) else None for c in (none, some)]
    sides = (DraftSide(value=str(none), claims=(none,)), DraftSide(value=str(some), claims=(some,)))
    pair = f"“{none.span.quote}” against “{some.span.quote}”"
    draft = Difference(rule=CODE, kind=KIND, question=question, sides=sides, settled=True, confidence=0.65)
    if later_may_know and days[0] and days[1] and days[1] - days[0] >= timedelta(days=1):
        return _told(
            draft, "explained", "update", f"{pair}: the later report knows what the earlier one did not."
        )
    if getattr(none, "denied", False) or (none.attribution and some.attribution != none.attribution):
        who = none.attribution or "one side"
        return _told(draft, "tension", "attributed", f"{pair}: the denial is the word of {who}.")
    return _told(draft, "contradiction", None, f"{pair}: one denies what the other tells.")


def _told(draft: Difference, verdict: Verdict, reason: str | None, because: str) -> Difference:
    return replace(draft, verdict=verdict, reason=reason, because=because)
