"""A participant named here, described there.

Finds an event in which one article names who took part and another says it by office only: "a university president
attended" and "attended by Ida Brandt, president of Vik University". One person, less exactly. So are police and the
deputies of one arrest, investigators and the fire officials of one find.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Last year a university president attended the Ordell dinner in Tessaly."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Last year's Ordell dinner in Tessaly was attended by Ida Brandt, president of Halvard University."}
findings:
  - {verdict: explained, reason: precision, sides: [["a university president attended"], ["attended by Ida Brandt"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

from reconcile.align.deeds.doers import asserted, callings, head, named, one_patient
from reconcile.align.deeds.participants import asked
from reconcile.align.persons.holders import one_person
from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.claims.deeds.doing import deeds
from reconcile.claims.participation import ParticipationClaim
from reconcile.claims.role import RoleClaim
from reconcile.language.names.titled import person_nouns
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.kinship import kin
from reconcile.values.regex import regex
from reconcile.values.roles import Role, body_words, parse_role, wider

CODE = "PAR923"
KIND = "participant"
VERDICT: Verdict = "explained"

_MOST = 200  # claims of one class of events that are held against one another


def check(story: Story) -> Iterator[Difference]:
    """Yields an explained difference for a description that fits somebody named for the same event."""
    events: dict[str, list[ParticipationClaim]] = defaultdict(list)
    for claim in story.of(ParticipationClaim):
        if claim.polarity and len(events[claim.event]) < _MOST:
            events[claim.event].append(claim)
    for event, claims in events.items():
        if event in deeds():
            yield from _services(story, [c for c in claims if c.subject and asserted(c)])
        described = [(c, role) for c in claims if c.value[:1].islower() and (role := _described(c.value))]
        if described:
            yield from _covered(story, described, [c for c in claims if c.value[:1].isupper()])


def _covered(
    story: Story, described: list[tuple[ParticipationClaim, Role]], named: list[ParticipationClaim]
) -> Iterator[Difference]:
    """Who is named for an event for which another article has a description that fits."""
    seen: set[tuple[str, str]] = set()
    titles = {name: list(_titles(story, name)) for name in dict.fromkeys(claim.value for claim in named)}
    for (one, role), other in product(described, named):
        if one.span.article == other.span.article or (one.value, other.value) in seen:
            continue
        if " and " in other.value:
            continue  # two of them
        if one.event in deeds() and not _one_deed(story, one, other):
            continue
        title = next((t for t in titles[other.value] if _covers(role, t)), None)
        if title is None:
            continue
        seen.add((one.value, other.value))
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=asked(one.event, one.value, other.value),
            sides=(DraftSide(value=one.value, claims=(one,)), DraftSide(value=other.value, claims=(other,))),
            because=f"{other.value} is {title.office}{' of ' + title.body if title.body else ''}, which {one.value} covers.",
            confidence=0.8,
            doubtful=True,
        )


def _services(story: Story, claims: list[ParticipationClaim]) -> Iterator[Difference]:
    """Deeds done by a public service that one article calls by a wider word, or by the name of another of its ranks."""
    hands = [(c, callings(c.value)) for c in claims[:_HELD] if " and " not in c.value]
    hands = [
        (c, told)
        for c, told in hands
        if (told & _SERVICES and callings(head(c.value))) or head(c.value) in _WIDE or _relative(c)
    ]
    if len(hands) < 2:
        return
    patients: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        patients[claim.span.article].add(head(claim.subject))
    seen: set[tuple[str, str]] = set()
    for (one, ours), (other, theirs) in combinations(hands, 2):
        here, there = one.span.article, other.span.article
        wide = not (ours and theirs) or bool(ours & theirs)
        if _relative(one) or _relative(other):
            wide = {_relative(one), _relative(other)} == {"relative", "kin"}
        if here == there or not wide or _one_word(one, other) or (one.value, other.value) in seen:
            continue
        alone = len(patients[here]) == 1 == len(patients[there]) and story.similarity(one, other) >= _ALIKE
        if not (one_patient(story, one, other) or (alone and _one_or_other(story, one, other))):
            continue  # copies of one text tell it in one word, unless their editors knew more
        seen.add((one.value, other.value))
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=asked(one.event, one.value, other.value),
            sides=(DraftSide(value=one.value, claims=(one,)), DraftSide(value=other.value, claims=(other,))),
            verdict=VERDICT,
            reason="precision",
            because=f"{one.value[:1].upper()}{one.value[1:]} and {other.value}: one word says more exactly what the other says.",
            confidence=0.5,
            settled=True,
        )


def _one_or_other(story: Story, one: ParticipationClaim, other: ParticipationClaim) -> bool:
    """Whether one may be meant by both: a person who has a name in one article alone, or a thing of one noun."""
    first, second = (named(story, c.subject, c.span.article) for c in (one, other))
    plain = other.subject if first else one.subject
    if first == second:
        return not first and sense(head(one.subject)) == sense(head(other.subject))
    return head(plain) in person_nouns()


def _relative(claim: ParticipationClaim) -> str:
    """Whether a relative did it, as what he is to somebody ("kin") or by the wider word; empty for anybody else."""
    last = head(claim.value).removesuffix("s")
    if last == "relative" or claim.value.endswith(("family member", "family members")):
        return "relative"
    relation = kin().get(last)
    return "kin" if relation is not None and "relative" in relation.wider else ""


def _one_word(one: ParticipationClaim, other: ParticipationClaim) -> bool:
    """Whether both have one word for who did it, and not one of them which body it was: "Vik State Police"."""
    if _word(one) != _word(other):
        return False
    bodies = [bool(_BODY.match(c.value)) for c in (one, other)]
    plain = any(c.value.lower() == "police" for c in (one, other))
    return not (plain and bodies[0] != bodies[1])


def _word(claim: ParticipationClaim) -> str:
    """What those who did it are called, the common words for police made one."""
    last = head(claim.value).removesuffix("s")
    return "police" if last in _POLICE else last


_SERVICES = frozenset({"police", "fire", "medics", "army", "coast guard", "divers", "prosecution"})
_WIDE = frozenset({"authorities", "officials", "investigators", "rescuers", "crews", "responders", "teams"})
_POLICE = frozenset({"officer", "cop", "policeman", "policemen", "department", "force"})
_BODY = regex(r"(?:the )?(?:[A-Z][\w.’'-]+ ){2,}(?:Police|Patrol)\Z")
_HELD = 30
_ALIKE = 0.08


def _one_deed(story: Story, one: ParticipationClaim, other: ParticipationClaim) -> bool:
    """Whether both tell a deed done to one and the same, each by words of its own for the doer."""
    if not (asserted(one) and asserted(other)) or one.value.startswith(("another ", "other ")):
        return False
    return not (one.subject and other.subject) or one_patient(story, one, other)


def _described(phrase: str) -> Role | None:
    """The role in a noun phrase; a plural gives its singular's."""
    return parse_role(phrase) or parse_role(phrase.removesuffix("s"))


def _titles(story: Story, name: str) -> Iterator[Role]:
    for title in story.of(RoleClaim):
        role = title.role
        if role is not None and not role.kin and one_person(title.subject, name):
            yield role


def _covers(described: Role, title: Role) -> bool:
    """Whether a description by office fits a title: the office or a wider word, and every narrowing word."""
    if described.office != title.office and described.office not in wider(title.office):
        return False
    told = body_words(title) | set(title.narrow) | {title.nation}
    return all(word in told for word in described.narrow) and described.nation in ("", title.nation)
