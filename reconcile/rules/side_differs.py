"""One person, for two of whom one can be for one alone.

Finds the candidate somebody endorses, the club somebody is to join, and the client of a lawyer, told as another one by
another article. Of two clients it is told only where the articles set the one against the other: a lawyer may have many.
Whoever is for both by one article, or for either at another time or for another post, is left alone.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The race for mayor of Ordell is open. Ivo Brandt, who came third, endorsed Georg Stahl against Rosa Lind."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Rosa Lind will face Georg Stahl for mayor of Ordell. Ivo Brandt, who came third, told his supporters to vote for Lind."}
findings:
  - {verdict: contradiction, sides: [["endorsed Georg Stahl"], ["vote for Lind"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.persons.holders import folded, one_person
from reconcile.align.story import Story
from reconcile.claims.participation import ParticipationClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "PAR934"
KIND = "participant"
VERDICT: Verdict = "contradiction"

_ASKED = {
    "endorse": "Whom does {} support",
    "join": "Whom will {} join",
    "represent": "Whom does {} represent",
}
_MOST = 12  # claims of one person that are held against one another
_FOR = regex(
    r" (?:for|as|in) (?:the )?(?P<post>[a-z][a-z -]{2,24}?)(?: (?:of|in|on|at|and|over|against)\b|[,.;]|\Z)"
)
_LATER = regex(
    r"\b(?:earlier|previously|first|initially|originally|until|before|later|then|switched|since)\b"
)
_AGAINST = regex(
    r"\b(?:against|sue[sd]?|suing|lawsuit|v|vs|versus|beat|beaten|defeat(?:s|ed)?|rivals?|challengers?|opponents?|accuse[sd]?"
    r"|divorce|dispute[sd]?|recount|trail(?:s|ed)|unseat(?:ed)?|over|lost to|victims?|plaintiff)\b"
)


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per person who is told to be for two."""
    told: dict[tuple[str, str], list[ParticipationClaim]] = defaultdict(list)
    for claim in story.of(ParticipationClaim):
        if claim.event in _ASKED and claim.polarity:
            told[claim.event, folded(_last(claim.value))].append(claim)
    for (event, _), claims in told.items():
        pair = next(
            (
                p
                for p in combinations(claims[:_MOST], 2)
                if _apart(story, claims, *p) and _sure(story, event, *p)
            ),
            None,
        )
        if pair is not None:
            a, b = pair
            yield Difference(
                rule=CODE,
                kind="role" if event == "represent" else KIND,
                question=f"{_ASKED[event].format(a.value)}, {a.subject} or {b.subject}?",
                sides=tuple(
                    DraftSide(value=c.subject, claims=tuple(x for x in claims if _one(story, x, c)))
                    for c in pair
                ),
                verdict="contradiction",
                because=f"{a.value} is told to be for {a.subject} and for {b.subject}, and one is for one of them alone.",
                confidence=0.6,
                settled=True,
            )


def _one_taker(story: Story, a: ParticipationClaim, b: ParticipationClaim) -> bool:
    """Whether one is meant: by what the story knows, or as every word of the shorter name is in the longer one."""
    words = [set(folded(c.value).split()) for c in (a, b)]
    if words[0] <= words[1] or words[1] <= words[0]:
        return True
    return story.entities.same(a.value, a.span.article, b.value, b.span.article) == "same"


def _one(story: Story, a: ParticipationClaim, b: ParticipationClaim) -> bool:
    """Whether both are for one, by a word that the names share or by what the story knows."""
    if set(folded(a.subject).split()) & set(folded(b.subject).split()) or one_person(a.subject, b.subject):
        return True
    return story.entities.same(a.subject, a.span.article, b.subject, b.span.article) == "same"


def _apart(
    story: Story, claims: list[ParticipationClaim], a: ParticipationClaim, b: ParticipationClaim
) -> bool:
    """Whether two articles name two, of which neither article tells both, at one time."""
    if a.span.article == b.span.article or story.same_origin(a, b) or _one(story, a, b):
        return False
    if not _one_taker(story, a, b):
        return False
    if any(_LATER.search(c.sentence) for c in (a, b)) or _other_time(a, b):
        return False
    return not any(
        x.span.article == mine.span.article and _one(story, x, theirs)
        for x in claims
        for mine, theirs in ((a, b), (b, a))
    )


def _other_time(a: ParticipationClaim, b: ParticipationClaim) -> bool:
    """Whether the two are told of two years."""
    years = [set(_YEAR.findall(c.sentence)) for c in (a, b)]
    return bool(years[0] ^ years[1]) if a.event == "join" else bool(all(years) and not years[0] & years[1])


_YEAR = regex(r"\b(?:19|20)\d\d\b")


def _sure(story: Story, event: str, a: ParticipationClaim, b: ParticipationClaim) -> bool:
    """Whether the two cannot go together: two rivals for one post, two clubs, two sides of one case."""
    if event == "join":
        return True
    if event == "endorse":
        posts = [_post(c) for c in (a, b)]
        known = all(_last(x.subject) in story.article(y).text for x, y in ((a, b), (b, a)))
        return known and (not all(posts) or posts[0] == posts[1])
    return any(_opposed(story.articles[c.span.article].text, a.subject, b.subject) for c in (a, b))


def _post(claim: ParticipationClaim) -> str:
    at = claim.span.start - claim.sentence_start + len(claim.span.quote)
    found = _FOR.match(claim.sentence, at)
    return found.group("post") if found is not None else ""


def _last(name: str) -> str:
    return name.rsplit(" ", 1)[-1]


def _opposed(text: str, one: str, other: str) -> bool:
    """Whether a sentence sets the two against each other."""
    said = text.replace("\n", ". ").split(". ")
    return any(_last(one) in s and _last(other) in s and _AGAINST.search(s) is not None for s in said)
