"""Two people in one office at one time.

Finds an office that has one holder, in one body, for which sources name different people, and a person to whom one
source gives the office that another person holds in the rest, where the others give the person a post of another
kind. Not compared: offices once held, and an office that one article gives to both (a handover, or a shared post).

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The rocket rose from Tessaly, said Elena Marova, chief executive of Ordell Rockets."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Pavel Marov, Ordell's chief executive, watched the rocket rise from Tessaly."}
findings:
  - {verdict: contradiction, sides: [["Elena Marova"], ["Pavel Marov"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from reconcile.align.persons.holders import new_in_post, one_body, one_person, person
from reconcile.align.persons.standing import apart, other_time
from reconcile.align.story import Story
from reconcile.claims.role import RoleClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex
from reconcile.values.related_roles import relate
from reconcile.values.roles import Role, body_key, wider

CODE = "ROL705"
KIND = "role"
VERDICT: Verdict = "contradiction"

_Held = list[tuple[RoleClaim, Role]]


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction for every single-holder office of one body with two holders."""
    by_office: dict[str, _Held] = defaultdict(list)
    for claim in story.of(RoleClaim):
        role = claim.role
        if role is not None and role.single and role.status == "current" and claim.modality == "asserted":
            by_office[role.office].append((claim, role))
    taken: set[tuple[str, str]] = set()
    for difference, holder, office in _taken(story, by_office):
        taken.add((holder, office))
        yield difference
    yield from _coming(story, taken)
    for office, held in by_office.items():
        free = [(claim, role) for claim, role in held if (person(story, claim), office) not in taken]
        yield from _office(story, office, free)


def _coming(story: Story, taken: set[tuple[str, str]]) -> Iterator[Difference]:
    """Two who are said to have just come, or to be about to come, to one office of one body."""
    come: dict[str, _Held] = defaultdict(list)
    for claim in story.of(RoleClaim):
        role = claim.role
        if role is None or role.status != "current" or not (role.single or role.office in _HEADS):
            continue
        if body_key(role) and _comes(claim):
            come[role.office].append((claim, role))
    for office, held in come.items():
        for (a, one), (b, other) in combinations(held[:_CROWD], 2):
            who = person(story, a), person(story, b)
            if a.span.article == b.span.article or one_person(a.subject, b.subject) or who[0] == who[1]:
                continue
            said = {(c.span.article, person(story, c)) for c, r in held if _may_be_one(r, one)}
            both = (a.span.article, who[1]) in said or (b.span.article, who[0]) in said
            if both or other_time(story, a, b) or not _one_body(body_key(one), body_key(other)):
                continue
            kinds = [_KIND.findall(r.body) for r in (one, other)]
            if kinds[0] and kinds[1] and kinds[0][-1] != kinds[1][-1]:
                continue  # the head of the Norvik school, of the Norvik hospital
            if story.same_origin(a, b) or apart(story, a, b) > _WEEKS or _sort(one) != _sort(other):
                continue
            taken.update((name, office) for name in who)
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Who comes to the post of {office} of {one.body}?",
                sides=(
                    DraftSide(value=a.subject, claims=(a,)),
                    DraftSide(value=b.subject, claims=(b,)),
                ),
                verdict="contradiction",
                because=f"The post of {office} goes to one person; the sources name {a.subject} and {b.subject}.",
                confidence=0.7,
                settled=True,
            )


_KIND = regex(r"\b[a-z]{4,}\b")
_HEADS = frozenset({"head"})  # of a body that is named


def _sort(role: Role) -> set[str]:
    """The words that narrow a post, without that it is the next one."""
    return set(role.narrow) - {"next", "new", "incoming"}


def _comes(claim: RoleClaim) -> bool:
    """Whether the words around a title say that its holder comes to it: elected, the next, the new one."""
    at = claim.span.start - claim.sentence_start
    said = claim.sentence[max(0, at - 24) : at + len(claim.span.quote)]
    return _COMES.search(said) is not None and _UNSURE.search(said) is None


_COMES = regex(
    r"\b(?:elected|appointed|named|chosen|picked|selected|hired|voted in|sworn in|installed|becomes|will become|will be|is to be"
    r"|[Nn]ext|[Nn]ew|incoming|takes over as|will take over as)\b"
)
_UNSURE = regex(r"\b(?:then|former(?:ly)?|if|would|could|may|might|not|first|candidates?)\b")
_WEEKS = 40  # days in which an office hardly goes to two


def _taken(story: Story, by_office: dict[str, _Held]) -> Iterator[tuple[Difference, str, str]]:
    """The persons to whom a source gives the office of another, with the posts that they hold elsewhere."""
    posts: dict[str, _Held] = defaultdict(list)
    once: set[tuple[str, str]] = (
        set()
    )  # who has held an office keeps its title: "President Seld", who was president
    for claim in story.of(RoleClaim):
        role = claim.role
        if role is not None and role.status == "former":
            once.add((person(story, claim), role.office))
        if role is not None and not role.kin and role.status == "current" and claim.modality == "asserted":
            posts[person(story, claim)].append((claim, role))
    for office, held in by_office.items():
        people: dict[str, _Held] = defaultdict(list)
        for claim, role in held:
            people[person(story, claim)].append((claim, role))
        for who, said in people.items():
            if (who, office) in once or all(new_in_post(claim) for claim, _ in said):
                continue  # who has just come to an office has the post of before elsewhere
            here = {c.span.article for c, _ in said}
            beside = {r.office for c, r in posts[who] if c.span.article in here and not r.single}
            rest = [  # without a calling that the article has beside the office
                (c, r)
                for c, r in posts[who]
                if c.span.article not in here and r.office not in beside and _apart(r, said[0][1])
            ]
            if len({c.span.article for c, _ in rest}) < len(here):
                continue
            holders = [
                (c, r)
                for other, claims in people.items()
                if other != who
                for c, r in claims
                if c.span.article not in here and _may_be_one(r, said[0][1]) and not one_person(who, other)
            ]
            if not holders:
                continue
            usual, (holder, _) = rest[0][1], holders[0]
            mine, name = said[0][0], rest[0][0].subject
            same = tuple(c for c, r in rest if r.office == usual.office)
            yield (
                Difference(
                    rule=CODE,
                    kind=KIND,
                    question=f"What is {name}'s title?",
                    sides=(
                        DraftSide(value=mine.value, claims=tuple(c for c, _ in said)),
                        DraftSide(value=rest[0][0].value, claims=same),
                    ),
                    verdict="contradiction",
                    because=f"{name} is called {mine.value} here and {rest[0][0].value} elsewhere, where the {office} "
                    f"is {holder.subject}.",
                    confidence=0.8,
                    settled=True,
                ),
                who,
                office,
            )


def _apart(role: Role, office: Role) -> bool:
    """Whether a post is another one than the office, not a wider, lower or like word for it."""
    if role.office in _VAGUE or {role.office, *wider(role.office)} & _LEARNED or not one_body(role, office):
        return False
    return relate(role, office)[0] in ("differs", "rival", "service", "grade", "apart", "exclusive")


# What somebody is by training, by what is his, or for one errand, beside any office.
_LEARNED = frozenset(
    {
        "engineer",
        "lawyer",
        "doctor",
        "economist",
        "teacher",
        "schoolteacher",
        "owner",
        "founder",
        "envoy",
        "emissary",
        "negotiator",
        "mediator",
        "businessman",
        "entrepreneur",
        "investor",
        "developer",
        "millionaire",
        "billionaire",
        "architect",
        "journalist",
        "professor",
    }
)
_VAGUE = frozenset(
    # who sits in a house chairs its committees too
    {
        "senator",
        "representative",
        "congressman",
        "congresswoman",
        "member of parliament",
        "lawmaker",
        "deputy",
    }
    | {"official", "leader", "boss", "head", "politician", "member", "officer", "candidate", "resident"}
)


def _may_be_one(role: Role, office: Role) -> bool:
    """Whether two posts of one name can be one: the bodies said, if any, agree."""
    one, other = body_key(role), body_key(office)
    return not one or not other or _one_body(one, other)


def _office(story: Story, office: str, held: _Held) -> Iterator[Difference]:
    people: dict[str, _Held] = defaultdict(list)
    for claim, role in held:
        people[person(story, claim)].append((claim, role))
    bodies = {key for _, role in held if (key := body_key(role))}
    keys = {who: _bodies(said) for who, said in people.items()}
    for one, other in _pairs(keys):
        first, second = people[one], people[other]
        shared = {min(a, b, key=len) for a in keys[one] for b in keys[other] if _one_body(a, b)}
        by_default = len(bodies) == 1 and not (keys[one] and keys[other]) and _alike(one, other)
        if not shared and not by_default:
            continue
        sources = {c.span.article for c, _ in first} & {c.span.article for c, _ in second}
        if sources or one_person(first[0][0].subject, second[0][0].subject):
            continue
        if not _alike(one, other) and not _one_moment(story, first, second):
            continue
        body = " ".join(sorted(shared)[0]) if shared else " ".join(next(iter(bodies)))
        a, b = first[0][0].subject, second[0][0].subject
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Who is the {office} of {body.title()}?",
            sides=(
                DraftSide(value=a, claims=tuple(c for c, _ in first)),
                DraftSide(value=b, claims=tuple(c for c, _ in second)),
            ),
            verdict="contradiction",
            because=f"The post of {office} has one holder at a time; the sources name {a} and {b}.",
            confidence=0.75,
            settled=True,
        )


def _pairs(bodies: dict[str, set[tuple[str, ...]]]) -> list[tuple[str, str]]:
    """The people who may hold one office, two by two: of bodies that begin with one word, or with names alike."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    names = list(bodies)
    for index, name in enumerate(names):
        for body in sorted({key[0] for key in bodies[name]}):
            blocks["body", body].append(index)
        for word in dict.fromkeys(name.split()):
            blocks["starts", word[:_END]].append(index)
            blocks["ends", word[-_END:]].append(index)
    found = {
        pair
        for block in blocks.values()
        if len(block) <= _CROWD
        for pair in combinations(dict.fromkeys(block), 2)
    }
    return [(names[i], names[j]) for i, j in sorted(found)]


_END = 3  # letters at one end that two names alike have in common
_CROWD = 60  # people of one block: more than one body has heads, or than names alike are one's


def _one_moment(story: Story, first: _Held, second: _Held) -> bool:
    """Whether two of the claims stand in like sentences: a holder of long ago is mentioned in other words."""
    return any(story.similarity(a, b) >= 0.35 for a, _ in first[:10] for b, _ in second[:10])


def _bodies(held: _Held) -> set[tuple[str, ...]]:
    return {key for _, role in held if (key := body_key(role))}


def _one_body(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name begins the other: people say "Ordell" for "Ordell Rockets"."""
    short, long = sorted((one, other), key=len)
    return long[: len(short)] == short


def _alike(one: str, other: str) -> bool:
    """Whether two names all but share a word, so that one person may be taken for the other."""
    return any(SequenceMatcher(None, x, y).ratio() >= 0.85 for x in one.split() for y in other.split())
