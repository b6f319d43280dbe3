"""Two titles for one person at one time.

Finds a person whom sources give different posts in one body: deputy chairman and chairman, wife and fiancée,
a Dutch and a Belgian referee; and posts that have two names (CEO, chief executive). Two posts that one person can hold (owner, director) are explained. A rank or a nationality can
have only one right value, so those are contradictions. Two names of one post are explained. Two posts of one
house that as a rule two people hold are a contradiction; where one person may hold both (who chairs it may run it), a
tension: somebody has to look the title up.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Halvard Shipping will merge with Ordell Lines. Its chief, Matthias Brandt, becomes deputy chairman of the new group."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Ordell Lines and Halvard Shipping sign on Monday. Matthias Brandt will be chairman of the new group."}
findings:
  - {verdict: contradiction, sides: [["deputy chairman"], ["chairman of the new group"]]}
```
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.persons.holders import (
    alike,
    compared,
    new_in_post,
    one_body,
    person,
    said_in_one_article,
    succession,
    worded,
)
from reconcile.align.story import Story
from reconcile.claims.role import RoleClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.posts import two_titles
from reconcile.values.kinship import is_partner, relate_kin
from reconcile.values.related_roles import two_trades
from reconcile.values.roles import Role, body_words, offices, wider

CODE = "ROL701"
KIND = "role"
VERDICT: Verdict = "tension"

_VERDICTS: dict[str, Verdict] = {
    "rank": "contradiction",
    "nation": "contradiction",
    "kin": "contradiction",
    "stage": "tension",
    "level": "contradiction",
    "rival": "contradiction",
    "service": "contradiction",
    "seat": "contradiction",
    "house": "tension",
    "grade": "contradiction",
    "apart": "contradiction",
    "exclusive": "tension",
    "narrowed": "tension",
    "alias": "explained",  # told only when the chain says so
    "body": "explained",
}


_OF_TWO = frozenset({"rank", "apart", "exclusive", "rival", "seat", "house"})
_OF_BODIES = frozenset({"body", "seat", "house"})  # one post, and two bodies


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for every two posts of one person that are not plainly one and the same."""
    seen: set[tuple[str, ...]] = set()
    for a, b, one, other, relation, why in compared(story):
        verdict = _VERDICTS.get(relation)
        key = (person(story, a), *sorted((one.office + one.nation, other.office + other.nation)))
        if verdict is None or key in seen:
            continue
        if not _comparable(story, a, b, one, other, relation):
            continue
        held = {one.status, other.status} != {"former"}  # a post that is over is not left again
        if (
            held
            and relation in ("rank", "grade", "apart", "exclusive", "rival", "service", "seat", "house")
            and succession(story, alike(story, a, one), alike(story, b, other))
        ):
            if not two_trades(one.office, other.office):
                continue  # another post months later: ROL704 tells it
            verdict = "tension"  # a calling is seldom left for another
        risen = verdict == "contradiction" and held and new_in_post(a) is not new_in_post(b)
        if risen:
            verdict, why = "explained", "who is new in a post had another before"
        claims = worded if one.office == other.office and relation == "alias" else alike
        seen.add(key)
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"What is {a.subject}'s title?"
            if relation not in ("kin", "stage")
            else f"Is {a.subject}'s partner called {one.office} or {other.office}?",
            sides=(
                DraftSide(value=a.value, claims=(a,) if relation in _OF_BODIES else claims(story, a, one)),
                DraftSide(value=b.value, claims=(b,) if relation in _OF_BODIES else claims(story, b, other)),
            ),
            verdict=verdict,
            reason="update" if risen else None,
            because=f"{a.subject} is called {a.value} and {b.value}{'' if verdict == 'explained' and not risen else f': {why}'}.",
            confidence=0.8 if verdict == "contradiction" else 0.7,
            settled=verdict != "explained" or risen,
            doubtful=verdict == "explained" and not risen,
        )
    yield from _two_posts(story, {key[0] for key in seen})
    yield from _partners(story)


def _partners(story: Story) -> Iterator[Difference]:
    """One person who is called two partners, once without a word of whose: girlfriend, Dahl's fiancee."""
    called: dict[str, list[RoleClaim]] = defaultdict(list)
    for claim in story.of(RoleClaim):
        entity = story.entities.of(claim.body, claim.span.article) if is_partner(claim.title) else None
        if entity is not None:
            called[entity.id].append(claim)
    for held in called.values():
        for a, b in combinations(held, 2):
            if a.span.article == b.span.article or (a.subject and b.subject):
                continue
            relation, why = relate_kin(a.title, b.title)
            exact = relation in ("precision", "stage")  # who is engaged may well be called by the looser word
            if exact or relation == "kin":
                yield Difference(
                    rule=CODE,
                    kind=KIND,
                    question=f"Is {a.body} called {a.title} or {b.title}?",
                    sides=(DraftSide(value=a.title, claims=(a,)), DraftSide(value=b.title, claims=(b,))),
                    verdict="explained" if exact else "tension",
                    reason="precision" if exact else None,
                    because=f"{a.body} is called {a.title} and {b.title}: "
                    f"{'the one word is looser' if relation == 'stage' else why}.",
                    confidence=0.6,
                    settled=True,
                )
                break


_RANKS = frozenset({"officer", "commander", "soldier", "resident", "player"})


def _base(role: Role) -> str:
    """The post without its rank: chairman for a deputy chairman."""
    found = offices().get(role.office)
    return found.base if found is not None else role.office


def _ranked(role: Role) -> bool:
    """Whether a title is a rank of many, said beside a post: a captain may be a spokesman."""
    return not role.single and bool(({role.office} | wider(role.office)) & _RANKS)


_MOST = 3  # pairs of posts told of one person


def _two_posts(story: Story, told: set[str]) -> Iterator[Difference]:
    """Two posts of one person that have nothing to do with each other, each told where the other is not."""
    holding: dict[str, set[str]] = defaultdict(set)
    for claim in story.of(RoleClaim):
        if claim.role is not None:
            holding[claim.role.office].add(person(story, claim))
    pairs: Counter[str] = Counter(dict.fromkeys(told, _MOST))
    for a, b, one, other, relation, _ in compared(story, unlike=True):
        who = person(story, a)
        if relation != "differs" or pairs[who] == _MOST or one.kin or other.kin or _base(one) == _base(other):
            continue
        if (
            _ranked(one)
            or _ranked(other)
            or any(r.single and len(holding[r.office]) > 1 for r in (one, other))
        ):
            continue  # whose post another holds, ROL705 tells
        if _said_alike(a, b):
            continue
        if a.modality == "planned" or b.modality == "planned" or said_in_one_article(story, a, one, b, other):
            continue
        pairs[who] += 1
        yield two_titles(CODE, story, a, b, one, other, 0.5)


def _said_alike(a: RoleClaim, b: RoleClaim) -> bool:
    """Whether two posts are told in the same words: "member of the school board", "school board member"."""
    one, other = ({*f"{c.title} {c.body}".lower().split()} - {"of", "the", "for", "at"} for c in (a, b))
    return one <= other or other <= one


def _bare(claim: RoleClaim) -> bool:
    """Whether a title stands before a family name alone, and the article says no more of who that is."""
    return " " not in claim.subject and claim.span.quote.endswith(claim.subject)


def _of_either(story: Story, a: RoleClaim, one: Role, b: RoleClaim, other: Role) -> bool:
    """Whether one article gives the person the post in both bodies."""
    said = [body_words(role) | {*role.narrow} for role in (one, other)]
    held = [
        (claim.span.article, body_words(r) | {*r.narrow})
        for claim in (*alike(story, a, one), *alike(story, b, other))
        if (r := claim.role) is not None
    ]
    ours, theirs = (
        {article for article, words_ in held if words_ & own}
        for own in (said[0] - said[1], said[1] - said[0])
    )
    return bool(ours & theirs) or a.span.article == b.span.article


def _to_come(claim: RoleClaim) -> bool:
    """Whether the post is one that somebody takes only now, or will take."""
    return claim.modality == "planned" or " becomes " in claim.span.quote


def _comparable(story: Story, a: RoleClaim, b: RoleClaim, one: Role, other: Role, relation: str) -> bool:
    """Whether both titles can be meant for one body and one time."""
    leaving = relation in ("apart", "exclusive", "rank") and {one.status, other.status} == {
        "current",
        "former",
    }
    if one.status != other.status and relation != "nation" and not leaving:
        return False
    if relation == "rank" and _to_come(a) is not _to_come(b):
        return False  # the chairman who will serve as vice-chairman
    if relation in _OF_TWO and any(_bare(claim) for claim in (a, b)):
        return False  # "President Dahl", "Secretary Dahl": two of one family, for all that the articles say
    if relation in ("seat", "house") or (relation == "service" and one.office == other.office):
        return not _of_either(story, a, one, b, other)
    if relation in ("kin", "stage", "nation", "rival", "service", "grade", "narrowed"):
        return not said_in_one_article(story, a, one, b, other)
    if relation == "body":
        return a.span.article != b.span.article
    if relation == "alias" or (one.office == other.office and relation != "rank"):
        return one_body(one, other)
    return one_body(one, other) and not said_in_one_article(story, a, one, b, other)
