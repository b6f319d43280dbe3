"""How old somebody was when he did something: sixteen here, nineteen there.

Finds ages of an earlier time ("joined at 16", "was 19 when she married") that are told of one person and one deed, and
differ. One year may be a birthday, and is a tension; more cannot be.

Why it matters: the ages of a life are told from memory, and a profile copies them.

```yaml
articles:
  - {id: a, publisher: Harbour Post, published: 2024-03-02, text: "Odo Lark of Brae was 19 when he joined the Solvei choir."}
  - {id: b, publisher: Tern Daily, published: 2024-03-02, text: "Odo Lark joined the choir of Brae at 16, an age at which others play football."}
findings:
  - {verdict: contradiction, sides: [["19"], ["16"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, combinations

from reconcile.align.persons.holders import one_person
from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.align.times.spans import names
from reconcile.claims.age import AgeClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.regex import regex

CODE = "AGE553"
KIND = "age"
VERDICT = "contradiction"

_WHEN = regex(
    r" (?:at the time )?when (?:he|she|(?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+) (?:was |had |first |had first |finally )*(?P<verb>[a-z]{3,})\b"
)
_HE_WAS = regex(
    r"\bwhen (?:he|she|(?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+) (?:was|were) (?:only |just |still |barely )?\Z"
)
_MOST = 60  # ages at one deed: beyond it the word says too little
_LIKE = 0.15
_IDLE = frozenset({"be", "say", "tell", "have", "turn", "age", "old"})


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each two ages at which one person did one thing."""
    told: dict[str, list[AgeClaim]] = defaultdict(list)
    for claim in story.of(AgeClaim):
        if claim.then and claim.subject and not claim.plural and claim.value.exact:
            deed = _deed(claim, story)
            if deed and deed not in _IDLE:
                told[deed].append(claim)
    for first, second in chain.from_iterable(combinations(held[:_MOST], 2) for held in told.values()):
        if first.value.meets(second.value) or not _of_one(first, second, story):
            continue
        held = told[_deed(first, story)]
        if any(c.span.article == a.span.article and str(c) != str(a) for c in held for a in (first, second)):
            continue  # it was done twice
        gap = abs((first.value.low or 0) - (second.value.low or 0))
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"How old was {max((first.subject, second.subject), key=len)} then?",
            sides=tuple(DraftSide(value=str(c), claims=(c,)) for c in (first, second)),
            verdict="tension" if gap == 1 else "contradiction",
            because=f"{first.span.quote!r} and {second.span.quote!r} give two ages at which the same was done.",
            confidence=0.65,
            settled=True,
        )


def _deed(claim: AgeClaim, story: Story) -> str:
    """The sense of the verb that says what was done at that age; empty where none is near."""
    start, end = claim.span.start - claim.sentence_start, claim.span.end - claim.sentence_start
    if (told := _WHEN.match(claim.sentence, end)) is not None:
        return sense(told.group("verb"))
    document = story.reading(claim.span.article).document
    sentence = document.sentence_at(claim.span.start)
    if sentence is None:
        return ""
    _, triggers = document.clauses(sentence, claim.span.start, claim.span.end)
    verbs = [t for t in triggers if not t.noun and t.facet != "said"]
    inside = [t for t in verbs if claim.span.start <= t.start < claim.span.end]
    behind = [t for t in verbs if t.start < claim.span.start]
    ahead = [t for t in verbs if t.start >= claim.span.end]
    led = _HE_WAS.search(claim.sentence, 0, start)
    near = inside or behind[-1:] or (ahead[:1] if not led else [])
    return sense(near[-1].lemma.split()[0]) if near else ""


def _of_one(first: AgeClaim, second: AgeClaim, story: Story) -> bool:
    """Whether two ages are of one person and, by a name or the words around, of one deed."""
    if first.span.article == second.span.article or story.same_origin(first, second):
        return False
    if not one_person(first.subject, second.subject):
        return False
    if f" {second}" in first.sentence or f" {first}" in second.sentence:
        return False  # one tells both ages, of two things done
    own = names(first.subject) | names(second.subject)
    here, there = names(first.sentence) - own, names(second.sentence) - own
    if here and there:
        return bool(here & there)
    return story.similarity(first, second) >= _LIKE
