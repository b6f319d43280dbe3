"""One deed, two who did it.

Finds deeds that the articles tell as done by different ones to one and the same: firefighters brought her out here,
soldiers there; a man found the body, a woman found it. Compared are names of persons, callings, and man with woman;
whatever may be one, or may have helped, is left alone. Of what many hands do (a rescue) it is a tension. What several
may do, apart from one another, is compared only where an article says by whom it was done.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Rosa Brandt, a baker, was carried out of the ruins in Ordell by four soldiers."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Firefighters carried Rosa Brandt from the ruins in Ordell on Tuesday."}
findings:
  - {verdict: tension, sides: [["four soldiers"], ["Firefighters"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from reconcile.align.deeds.doers import apart, asserted, head, not_alone, one_patient
from reconcile.align.persons.standing import other_time
from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.claims.deeds.doing import deeds
from reconcile.claims.deeds.phrased import doer_nouns
from reconcile.claims.participation import ParticipationClaim
from reconcile.claims.role import RoleClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "PAR926"
KIND = "participant"
VERDICT: Verdict = "contradiction"

_NAME = regex(r"[A-Z][^\W\d_]+")
_MOST = 40  # claims of one deed that are held against one another
_MANY_HANDS = frozenset({"rescue", "call"})  # one begins, another goes on, or both do it
_IN_PARTS = frozenset({"own"})  # by several together, or by one after the other
_ONCE = regex(
    r"\b(?:until|formerly|once|previously|then|had been|at the time|sold)\b"
)  # of an owner of before
_WHY = {
    "names": "are two persons by name",
    "bodies": "are two bodies by name",
    "callings": "are of two callings",
    "sexes": "are a man and a woman",
    "groups": "are one person and several",
}


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per deed that is said to be done by two."""
    seen: set[frozenset[str]] = set()
    for event, claims in _told(story):
        deed = deeds()[event]
        for a, b in combinations(claims[:_MOST], 2):
            pair = frozenset((f"{a.span.article} {a.value}", f"{b.span.article} {b.value}"))
            if a.span.article == b.span.article or pair in seen or story.same_origin(a, b):
                continue
            if deed.shared and not any(_by(claim) or _singled_out(claim) for claim in (a, b)):
                continue
            why = apart(story, a, b)
            if not why or not one_patient(story, a, b) or _both(story, claims, a, b):
                continue
            if event == "win" and (_of_what(a) != _of_what(b) or other_time(story, a, b)):
                continue
            if event in _IN_PARTS and any(_ONCE.search(claim.sentence) for claim in (a, b)):
                continue
            seen.add(pair)
            several = (why == "callings" and event in _MANY_HANDS) or event in _IN_PARTS
            verdict: Verdict = "tension" if several else VERDICT
            yield replace(_difference(a, b, f"Who {deed.past} {a.subject}", why), verdict=verdict)
    yield from _firsts(story)
    yield from _founders(story)


def _founders(story: Story) -> Iterator[Difference]:
    """One who founded a body, by one article, and a co-founder of it, by another, who had others with him."""
    together = [(c, role) for c in story.of(RoleClaim) if (role := c.role) and role.office == "co-founder"]
    if not together:
        return
    for claim in story.of(ParticipationClaim):
        if claim.event != "found" or not claim.subject or not _alone(claim):
            continue
        for other, role in together:
            body = telling(f"{role.body} {other.title}") & telling(claim.subject)
            if body and other.span.article != claim.span.article and not story.same_origin(claim, other):
                yield Difference(
                    rule=CODE,
                    kind=KIND,
                    question=f"Was {claim.subject} founded by {claim.value} alone?",
                    sides=(
                        DraftSide(value=claim.value, claims=(claim,)),
                        DraftSide(value=other.value, claims=(other,)),
                    ),
                    verdict=VERDICT,
                    because=f"A co-founder is not the only founder, and {claim.value} is named alone.",
                    confidence=0.5,
                    settled=True,
                )
                return


def _alone(claim: ParticipationClaim) -> bool:
    """Whether the claim names one founder and nobody beside him."""
    after = claim.sentence[claim.span.start - claim.sentence_start + len(claim.span.quote) :]
    return " and " not in claim.value and not _WITH.match(after)


_WITH = regex(r",? (?:and (?:the )?(?:[a-z]+ )?[A-Z]|along with|together|with)|, (?:the )?(?:[a-z]+ )?[A-Z]")


def _told(story: Story) -> Iterator[tuple[str, list[ParticipationClaim]]]:
    """The deeds that may be one: all of a class; of a class of which much is told, those done to one of a name or noun."""
    events: dict[str, list[ParticipationClaim]] = defaultdict(list)
    for claim in story.of(ParticipationClaim):
        event = _SAME.get(claim.event, claim.event)
        if event in _HELD and head(claim.subject) in _RITES:
            event = "chair"
        if event in deeds() and claim.subject and asserted(claim) and not _WANTED.search(claim.span.quote):
            events[event].append(claim)
    for event, claims in events.items():
        if len(claims) <= _MOST:
            yield event, claims
            continue
        done_to: dict[str, list[ParticipationClaim]] = defaultdict(list)
        for claim in claims:
            for key in {sense(head(claim.subject)), *_NAME.findall(claim.subject)}:
                done_to[key].append(claim)
        for same in done_to.values():
            yield event, same


def _of_what(claim: ParticipationClaim) -> tuple[list[str], str]:
    """What prize it is: for what or for whom, of which kind, and whether it was won before, as far as it is said."""
    kind = claim.subject.rpartition(" ")[0].lower()
    return _SORT.findall(claim.sentence), kind.removeprefix("the ") if claim.subject.islower() else ""


_SORT = regex(
    r"\b(?:(?:[Pp]rize|[Aa]ward|[Mm]edal|[Tt]itle|[Oo]scar|[Gg]old|[Ss]ilver|[Bb]ronze)s? (?:for|in|at|over) (?:the )?(?:best )?[\w-]+|men['’]s|women['’]s|boys['’]"
    r"|girls['’]|junior|youth|under-\d+|previous(?:ly)?|last season|twice|times|until)(?!\w)"
)


_SAME = {"acquire": "buy"}  # the takeover of a company is a purchase
_HELD = frozenset({"lead", "conduct"})
_RITES = frozenset(
    {"funeral", "mass", "service", "ceremony", "memorial", "requiem", "liturgy", "wedding", "vigil"}
)
_WANTED = regex(r"\b(?:wants?|wanted|plans?|planned|hopes?|hoped|offered|bids?|could|would|may|might) ")


def _firsts(story: Story) -> Iterator[Difference]:
    """Who came first, at the place that two articles speak of."""
    came = [c for c in story.of(ParticipationClaim) if c.event == "first"][:_MOST]
    for a, b in combinations(came, 2):
        if a.span.article == b.span.article or story.same_origin(a, b):
            continue
        why = apart(story, a, b, together=False) or ("groups" if not_alone(story, a, b) else "")
        if why and telling(a.subject) & telling(b.subject) - _WAYS and not _both(story, came, a, b):
            yield _difference(a, b, "Who came first", why)


_WAYS = telling("first reach reached get got arrive arrived stand stood")


def _difference(a: ParticipationClaim, b: ParticipationClaim, asked: str, why: str) -> Difference:
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"{asked}, {a.value} or {b.value}?",
        sides=(DraftSide(value=a.value, claims=(a,)), DraftSide(value=b.value, claims=(b,))),
        verdict=VERDICT,
        because=f"{_opened(a.value)} and {b.value} {_WHY[why]}, yet the deed is one.",
        confidence=0.5,
        settled=True,
    )


def _by(claim: ParticipationClaim) -> bool:
    said = claim.span.quote.lower()
    return " by " in said or any(noun in said for noun in doer_nouns())


def _singled_out(claim: ParticipationClaim) -> bool:
    """Whether the words say that it was this one who did it: "it was the bishop who negotiated"."""
    return claim.sentence[: claim.span.start - claim.sentence_start].lower().endswith(_IT_WAS)


_IT_WAS = ("it was ", "it is ", "it was the ", "it is the ")


def _both(
    story: Story, claims: list[ParticipationClaim], a: ParticipationClaim, b: ParticipationClaim
) -> bool:
    """Whether one of the articles knows the other's doer too."""
    return any(
        own.span.article == claim.span.article and own is not claim and not apart(story, own, other)
        for claim, other in ((a, b), (b, a))
        for own in claims
    )


def _opened(value: str) -> str:
    return value[:1].upper() + value[1:]
