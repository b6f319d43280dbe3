"""Who holds which office across a story: role claims by person, and by office."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

from reconcile.align.story import Story
from reconcile.claims.claim import Claim
from reconcile.claims.role import RoleClaim
from reconcile.values.kinship import kin
from reconcile.values.regex import regex
from reconcile.values.related_roles import departments_run, relate
from reconcile.values.roles import Role, body_words

_MONTHS = timedelta(days=60)  # between two reports: time for another post


def holders(story: Story) -> list[list[RoleClaim]]:
    """The role claims of the story, one list per person."""
    return list(_held(story).values())


@lru_cache(maxsize=1)  # the rules ask about one story after the other
def _held(story: Story) -> dict[str, list[RoleClaim]]:
    """The role claims of each person, by key."""
    found: dict[str, list[RoleClaim]] = defaultdict(list)
    for claim in story.of(RoleClaim):
        if claim.subject:  # not a partner of whom is not told
            found[person(story, claim)].append(claim)
    return found


@lru_cache(maxsize=1)
def _keys(story: Story) -> dict[tuple[str, str], str]:
    """The keys found so far, by subject and article."""
    return {}


def person(story: Story, claim: Claim) -> str:
    """A key that is equal for claims about one person: the entity, or the one fuller name that the name fits."""
    keys = _keys(story)
    mark = claim.subject, claim.span.article
    if mark not in keys:
        keys[mark] = _person(story, claim)
    return keys[mark]


def _person(story: Story, claim: Claim) -> str:
    entity = story.entities.of(claim.subject, claim.span.article)
    own = folded(entity.name if entity is not None else claim.subject)
    return _fullest(story).get(own) or _fuller(own, _by_word(story))


@lru_cache(maxsize=1)
def _fullest(story: Story) -> dict[str, str]:
    """Each name of a person with an office, with the one fuller name of another that it fits, or else itself."""
    by_word = _by_word(story)
    return {name: _fuller(name, by_word) for name in _names(story)}


def _fuller(own: str, by_word: Mapping[str, Sequence[str]]) -> str:
    parts = set(own.split())
    names = min((by_word.get(word, ()) for word in parts), key=len, default=())
    fuller = [known for known in names if parts < set(known.split())] if len(parts) > 1 else []
    return max(fuller, key=lambda known: (len(known), known)) if fuller else own


@lru_cache(maxsize=1)
def _by_word(story: Story) -> dict[str, list[str]]:
    """The names of people with an office by each word of them."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in _names(story):
        for word in dict.fromkeys(name.split()):
            found[word].append(name)
    return found


@lru_cache(maxsize=1)
def _names(story: Story) -> tuple[str, ...]:
    return tuple(dict.fromkeys(folded(claim.subject) for claim in story.of(RoleClaim)))


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """The words of a name in lower case without accents and hyphens, sorted: name order does not matter."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("-", " ").replace("’", "'"))
    return " ".join(sorted("".join(c for c in plain if not unicodedata.combining(c)).split()))


def one_person(first: str, second: str) -> bool:
    """Whether two names share a word, or can be two spellings of one: every word of one has a like word in the other."""
    a, b = sorted((folded(first).split(), folded(second).split()), key=len)
    return bool(set(a) & set(b)) or all(any(spelled_alike(x, y) for y in b) for x in a)


@lru_cache(maxsize=4096)
def spelled_alike(first: str, second: str, least: float = 0.7) -> bool:
    """Whether two words have so large a share of their letters in common, in order."""
    matcher = SequenceMatcher(None, first, second)
    # two upper bounds first: the ratio itself is dear
    return all(bound() >= least for bound in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))


def compared(
    story: Story, unlike: bool = False
) -> Iterator[tuple[RoleClaim, RoleClaim, Role, Role, str, str]]:
    """Pairs of differently worded titles of one person, once per pair of wordings: claims, roles, relation, why.

    With `unlike`, titles that have nothing to do with each other too.
    """
    for claims in holders(story):
        first: dict[tuple[Role, frozenset[str]], RoleClaim] = {}
        for claim in claims:
            role = claim.role
            if role is not None:
                first.setdefault((role, _bare(claim.title)), claim)
        for ((one, _), a), ((other, _), b) in combinations(first.items(), 2):
            if one.kin and other.kin and not _one_relative(story, a, b, one, other):
                continue
            relation, why = relate(one, other)
            if relation == "differs" and {one.status, other.status} == {"current", "former"}:
                relation, why = _left(a, b, one, other)
            if unlike or relation not in ("same", "differs") or _two_words(a, b, one, other):
                yield (a, b, one, other, *_worded(relation, why))


def _left(a: RoleClaim, b: RoleClaim, one: Role, other: Role) -> tuple[str, str]:
    """How a post that somebody has just left relates to the one that he had before in another article: as two at one time."""
    leaves = a if one.status == "former" else b
    just = a.span.article != b.span.article and one_body(one, other) and _LEAVES.search(leaves.span.quote)
    if not just or _YEAR.search(leaves.sentence):
        return "differs", ""
    relation, why = relate(one._replace(status="current"), other._replace(status="current"))
    return (relation, why) if relation in ("apart", "exclusive", "rank") else ("differs", "")


_LEAVES = regex(r"\b(?:resign(?:ed|s)|quits?|(?:stepped|stood|steps|stands) down|sacked|fired|ousted) as\b")
_YEAR = regex(r"\b(?:19|20)\d\d\b")


def _one_relative(story: Story, a: RoleClaim, b: RoleClaim, one: Role, other: Role) -> bool:
    """Whether two relations to one person are of one relative: by name, or because a person has but one such."""
    if a.body and b.body:
        alike = folded(a.body.split()[0]) == folded(b.body.split()[0])
        return alike or story.entities.same(a.body, a.span.article, b.body, b.span.article) == "same"
    return kin()[one.office].single and kin()[other.office].single


def related(a: RoleClaim, b: RoleClaim) -> tuple[str, str]:
    """How two titles relate ("alias", "precision", "former"), and why; nothing when one of them is no known post."""
    return _worded(*relate(a.role, b.role)) if a.role is not None and b.role is not None else ("", "")


def _two_words(a: RoleClaim, b: RoleClaim, one: Role, other: Role) -> bool:
    """Whether one post is said in two wordings that a reader may take for two: CEO, chief executive."""
    if one.office != other.office or one.kin or one.narrow != other.narrow:
        return False
    first, second = (_bare(claim.title) for claim in (a, b))
    said = [_bare(c.title) - _bare(r.body) - {r.nation} - _SMALL for c, r in ((a, one), (b, other))]
    if max(_unlike(said[0], said[1]), _unlike(said[1], said[0])) > 1 and a.span.article != b.span.article:
        return True  # "minister of foreign and European affairs", "foreign minister"
    return not first & second and not any(_one_word(x, y) for x in first for y in second)


def _unlike(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words of a title the other one does not have, in full or cut short."""
    return sum(not any(_one_word(x, y) for y in other) for x in one)


def _one_word(x: str, y: str) -> bool:
    """Whether two words of titles are one, whole, cut short or of another sex: corporal, cpl; spokesman, spokeswoman."""
    short, long = sorted((x, y), key=len)
    if long.startswith(short) or (len(short) > _STEM and long.startswith(short[:_STEM])):
        return True
    letters = iter(long)
    return len(short) in (2, 3) and short[0] == long[0] and all(letter in letters for letter in short)


_STEM = 6  # letters that two words for one post have in common


_SMALL = frozenset({"of", "and", "the", "for", "in"})


def _bare(title: str) -> frozenset[str]:
    said = title.replace("-", " ").replace("’", "'").split()
    return frozenset(word.strip(".").lower() for word in said)


def _worded(relation: str, why: str) -> tuple[str, str]:
    if relation == "same":
        return "alias", "two names of one post"
    return relation, why


def one_body(one: Role, other: Role) -> bool:
    """Whether two posts can be of one body: no body is said, or they share a telling word or their initials."""
    a, b = body_words(one), body_words(other)
    if not a or not b or a & b:
        return True
    return _short(one.body, b) or _short(other.body, a)


def _short(body: str, said: frozenset[str]) -> bool:
    """Whether one of the words said is made of the last initials of `body`."""
    initials = "".join(word[0] for word in body.split() if word[0].isupper()).lower()
    return any(len(word) > 1 and initials.endswith(word) for word in said)


def said_in_one_article(story: Story, a: RoleClaim, one: Role, b: RoleClaim, other: Role) -> bool:
    """Whether one article uses both titles: then it shortens one to the other, or means two posts."""
    return bool(
        {c.span.article for c in alike(story, a, one)} & {c.span.article for c in alike(story, b, other)}
    )


def worded(story: Story, claim: RoleClaim, role: Role) -> tuple[RoleClaim, ...]:
    """The claims of `alike` that use the claim's very words for the post."""
    bare = _bare(claim.title)
    return tuple(other for other in alike(story, claim, role) if _bare(other.title) & bare)


def alike(story: Story, claim: RoleClaim, role: Role) -> tuple[RoleClaim, ...]:
    """All claims of the story that give `claim`'s person the same office of the same department, `claim` first."""
    return claim, *(
        other
        for other in _held(story).get(person(story, claim), ())
        if other is not claim
        and (found := other.role) is not None
        and (found.office, found.narrow, found.nation, found.status)
        == (role.office, role.narrow, role.nation, role.status)
        and departments_run(found) == departments_run(role)
    )


def succession(
    story: Story, first: tuple[RoleClaim, ...], second: tuple[RoleClaim, ...]
) -> tuple[tuple[RoleClaim, ...], tuple[RoleClaim, ...]] | None:
    """The two groups in the order of their articles, when months lie between them; None when they overlap."""
    for earlier, later in ((first, second), (second, first)):
        ends = [published.interval.end for c in earlier if (published := story.article(c).published)]
        starts = [published.interval.start for c in later if (published := story.article(c).published)]
        if len(ends) < len(earlier) or len(starts) < len(later) or not ends or not starts:
            continue
        last, start = max(map(_bare_moment, ends)), min(map(_bare_moment, starts))
        if start - last >= _MONTHS:
            return earlier, later
    return None


def new_in_post(claim: RoleClaim) -> bool:
    """Whether the words before a title, or of it, say that its holder has just come to it: "the new prime minister, Ann
    Dahl", "Ann Dahl is the new prime minister"."""
    at = claim.span.start - claim.sentence_start
    before = _NEW.search(claim.sentence, max(0, at - 40), at)
    return before is not None or _IS_NEW.search(claim.span.quote) is not None


_JUST = r"(?:[Nn]ew|[Nn]ewly[ -](?:appointed|elected|named|chosen)|[Ii]ncoming)"
_NEW = regex(rf"\b{_JUST} (?:[a-z]+ ){{0,2}}\Z")
_IS_NEW = regex(rf"\b(?:is|as|was|becomes?|became|named|elected) (?:the |a |its |their )?{_JUST} ")


def _bare_moment(moment: datetime | None) -> datetime:
    return datetime.min if moment is None else moment.replace(tzinfo=None)
