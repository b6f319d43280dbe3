"""A name with a slip of the pen: at most one of its spellings is right.

Finds a name that one article writes in two ways one keystroke apart, or two articles where nobody knows either; persons
with one given name (or one family name and one post) whose other name is a keystroke off; bodies whose names differ in
a plural. Known variants, romanizations and names that are both known are left alone.

```yaml
articles:
  - {id: a, text: "The crowd sang for Lars Draxler. Draxler waved. Then the name of Draxelr rang out again, and Draxler left."}
findings:
  - {verdict: contradiction, sides: [["Draxelr"], ["Draxler"]]}
```
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from reconcile.align.entities import Entity
from reconcile.align.persons.namesakes import given_alike, one_age, one_bearer
from reconcile.align.persons.slipped import rendered, slipped
from reconcile.align.story import Story
from reconcile.align.thing_slips import kinds_misspelled, misnamed
from reconcile.claims.name import NameClaim
from reconcile.claims.role import RoleClaim
from reconcile.language.names.casing import lower_words, owner, particles
from reconcile.language.names.gazetteer import spelled_out
from reconcile.language.names.lore import person_name
from reconcile.language.names.same_thing import telling_words
from reconcile.language.names.slips import inflected, known
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.keystrokes import one_keystroke, respelt
from reconcile.values.names import PersonName, transliterated
from reconcile.values.romanization import folded

CODE = "NAM602"
KIND = "name"
VERDICT: Verdict = "contradiction"

# What everybody calls by its saint, with or without the mark of the owner: St. Luke Hospital, St. Luke's.
_SAINTED = frozenset({"hospital", "church", "school", "cathedral", "academy", "college"})
_SHORTEST = 6  # letters of a word that can be taken for a slip of another


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction for every pair of spellings of which one is a slip."""
    told: set[frozenset[str]] = set()
    for first, second, link in story.entities.refusals():
        how = link.comparison.how
        person = how == "slip" and first.kind == "person" and _one_person(story, first, second)
        names = (first.name, second.name)
        if first.kind != "person":  # the two forms that were compared: an entity may have a shorter one
            names = (story.entities.names[link.first][1], story.entities.names[link.second][1])
        pair = frozenset({*names[0].split()} ^ {*names[1].split()})
        body = first.kind != "person" and _one_body(names, (first.kind, second.kind), how)
        if pair not in told and (person or body):
            told.add(pair)
            apart = [_apart(*names), _apart(*reversed(names))]
            shared = frozenset(names[0].split()) & frozenset(names[1].split())
            ours, theirs = (
                _spelled(story, e, words, shared) if body else story.entities.claims_of(e)
                for e, words in zip((first, second), apart, strict=True)
            )
            found = _difference(_telling(ours, apart[0]), _telling(theirs, apart[1]), link.comparison.reason)
            known_body = body and link.comparison.how == "plural" and not spelled_out().isdisjoint(names)
            why = _KNOWN if known_body else _OF_A_SAINT if body and _sainted(*names) else ""
            yield replace(found, verdict="explained", reason="alias", because=why) if why else found
    for slips, meant in slipped(story):
        family = person_name(meant[0].subject).surname[-1]
        families = frozenset({slips[0].value, family})
        if families not in told:
            told.add(families)
            why = "the article introduces nobody of the one name, and it is a letter or two from the other"
            found = _difference(slips, _telling(meant, families), why)
            yield _romanized(found) if rendered(slips[0].value, meant[0].subject) else found
    yield from _surnames(story, told)
    yield from _words(story, told)
    yield from _apart_in_articles(story, told)
    for slips, meant, why in chain(misnamed(story), kinds_misspelled(story)):
        names_ = frozenset({slips[0].value, meant[0].value})
        if names_ not in told:
            told.add(names_)
            yield _difference(slips, meant, why)


def _surnames(story: Story, told: set[frozenset[str]]) -> Iterator[Difference]:
    """Family names a keystroke apart, of two articles of which one tells no given name: Mr Dunstable, Ida Dunstabel."""
    claims: dict[str, list[NameClaim]] = defaultdict(list)
    by_start: dict[tuple[str, int], list[str]] = defaultdict(list)
    for claim in story.of(NameClaim):
        if claim.kind == "person" and not claim.candidates:
            claims[person_name(claim.subject).surname[-1]].append(claim)
    for name in claims:
        by_start[name[:1], len(name)].append(name)
    for name, held in claims.items():
        near = (by_start.get((name[:1], len(name) + more), ()) for more in (0, 1))
        for other in (word for words in near for word in words):
            pair = frozenset({name, other})
            if min(len(name), len(other)) < _SHORTEST or pair in told or not one_keystroke(name, other):
                continue
            if known(name) or known(other) or inflected(name, other) or not name.isalpha():
                continue
            if _one_surname(held, claims[other]):
                told.add(pair)
                why = "the family names are one letter apart, and nobody else has either"
                yield _difference(
                    _telling(held, frozenset({name})), _telling(claims[other], frozenset({other})), why
                )


def _one_surname(ours: list[NameClaim], theirs: list[NameClaim]) -> bool:
    """Whether two family names may be one: no article has both, one is said with a title alone, no title goes against it."""
    if {c.span.article for c in ours} & {c.span.article for c in theirs}:
        return False
    bare = [all(" " not in claim.subject for claim in claims) for claims in (ours, theirs)]
    titles = [{c.title.lower().strip(".") for c in claims if c.title} for claims in (ours, theirs)]
    titled = any(alone and said for alone, said in zip(bare, titles, strict=True))
    return titled and (all(bare) or len({c.subject for c in (*ours, *theirs) if " " in c.subject}) == 1)


def _apart(name: str, other: str) -> frozenset[str]:
    """The words of a name that another one has not."""
    return frozenset(name.split()) - frozenset(other.split())


def _spelled(story: Story, entity: Entity, apart: frozenset[str], shared: frozenset[str]) -> list[NameClaim]:
    """The names of a body, and others spelled in the same way: "Tern Hills" beside "Tern Hills Apartments"."""
    alike = [
        claim
        for claim in story.of(NameClaim)
        if apart <= (said := {*claim.value.split()}) and 2 * len(shared & said) >= len(shared)
    ]
    return alike or story.entities.claims_of(entity)


def _telling(claims: list[NameClaim], apart: frozenset[str]) -> list[NameClaim]:
    """The claims, those first that hold one of the words `apart`, the shortest of them ahead."""
    held = [not apart.isdisjoint(claim.value.split()) for claim in claims]
    if not any(held):
        return sorted(claims, key=lambda c: -len(c.value))
    telling = sorted((c for c, holds in zip(claims, held, strict=True) if holds), key=lambda c: len(c.value))
    return telling + [c for c, holds in zip(claims, held, strict=True) if not holds]


def _difference(first: list[NameClaim], second: list[NameClaim], why: str) -> Difference:
    a, b = first[0].value, second[0].value
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Is the name spelled {a} or {b}?",
        sides=(DraftSide(value=a, claims=tuple(first)), DraftSide(value=b, claims=tuple(second))),
        verdict="contradiction",
        because=f"“{a}” and “{b}”: {why}; the same words stand around both, so one spelling is a slip.",
        confidence=0.8,
        settled=True,
    )


def _romanized(found: Difference) -> Difference:
    """The two spellings as ways to write a name of another script in Latin letters."""
    forms = " and ".join(f"“{side.value}”" for side in found.sides)
    because = f"{forms} write one name of another script in Latin letters, in one article."
    return replace(found, verdict="explained", reason="translation", because=because)


def _one_person(story: Story, first: Entity, second: Entity) -> bool:
    """Whether two names a keystroke apart must be one person's: the other half is equal, and nothing tells them apart."""
    a, b = person_name(first.name), person_name(second.name)
    one_family = folded(a.surname[-1]) == folded(b.surname[-1])
    one, other = (name.given[0] if one_family else name.surname[-1] for name in (a, b))
    turned = sorted(folded(one)) == sorted(folded(other))  # transliterations add letters, and turn none round
    foreign = transliterated(one, other) and not turned and not _silent(one, other)
    if a.given[0].lower() in particles() or foreign:
        return False
    articles = [{c.span.article for c in story.entities.claims_of(e)} for e in (first, second)]
    families = folded(a.surname[-1]), folded(b.surname[-1])
    plural = families[0] != families[1] and families[0].rstrip("s") == families[1].rstrip("s")
    if (
        plural
        and not _one_title(story, first, second)
        and (articles[0] & articles[1] or any(_in_group(story, e) for e in (first, second)))
    ):
        return False  # "the Latin Kings", and one of them; "Reeds reply", the mark left out
    if _one_given(a, b) and respelt(families[0]) == respelt(families[1]):
        return not articles[0] & articles[1]
    if _one_given(a, b) and max(map(len, families)) > 4:
        return one_keystroke(*families) or not articles[0] & articles[1]
    if folded(" ".join(a.surname)) != folded(" ".join(b.surname)) or articles[0] & articles[1]:
        return False
    givens = [folded(name.given[0]) for name in (a, b)]
    if min(map(len, givens)) >= _SHORTEST and givens[0][0] == givens[1][0] and _inner(*givens):
        return True
    alike = given_alike(first.name, second.name)
    if alike and (one_bearer(story, first, second) or one_age(story, first, second)):
        return True
    posts = [{post for form in e.forms for post in _posts(story).get(form, ())} for e in (first, second)]
    return bool(posts[0] & posts[1])


def _one_title(story: Story, first: Entity, second: Entity) -> bool:
    """Whether both names are said in full with one title: Sheriff Ida Reed, Sheriff Ida Reeds."""
    titles = [
        {
            c.title.rsplit(" ", 1)[-1].lower()
            for c in story.entities.claims_of(e)
            if c.title and " " in c.value
        }
        for e in (first, second)
    ]
    return not titles[0].isdisjoint(titles[1])


def _in_group(story: Story, entity: Entity) -> bool:
    """Whether an article is said with a name, as with a group's: "the Latin Kings"."""
    claims = story.entities.claims_of(entity)
    return any(story.article(c).text.endswith(("the ", "The "), 0, c.span.start) for c in claims)


def _silent(one: str, other: str) -> bool:
    """Whether two family names differ in a silent e at the end: Brown, Browne; no transliteration adds one."""
    short, long = sorted((folded(one), folded(other)), key=len)
    return long == f"{short}e" and short[-1] not in "aiouy"


def _inner(one: str, other: str) -> bool:
    """Whether two given names are told apart by letters inside or turned round, not by an ending that tells a sex."""
    return one[-1] == other[-1] or sorted(one) == sorted(other)


@lru_cache(maxsize=1)  # the rule asks about one story after the other
def _posts(story: Story) -> dict[str, set[str]]:
    """The posts that the articles give each name."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in story.of(RoleClaim):
        found[claim.subject].add(claim.role.office if claim.role else claim.title)
    return found


def _one_given(a: PersonName, b: PersonName) -> bool:
    """Whether the given names are equal, or the first are and the rest are initials of each other or left out."""
    ours, theirs = ([folded(given).rstrip(".") for given in name.given] for name in (a, b))
    rest = zip(ours[1:], theirs[1:], strict=False)
    return (
        ours[0] == theirs[0] and len(ours[0]) > 1 and all(x.startswith(y) or y.startswith(x) for x, y in rest)
    )


def _one_body(names: tuple[str, str], kinds: tuple[str, str], how: str) -> bool:
    """Whether two names of several words are one's: a plural inside the name, or one long word with a slip in it."""
    a, b = telling_words(names[0]), telling_words(names[1])
    if len(a) != len(b) or len(a) < 2:
        return False
    if how == "plural":  # "Pathways to Learning", but not "Rowing Clubs": a chain, and one of it
        return a[-1] == b[-1] and (len(a[0]) > 3 or "." in a[0] or {*kinds} == {"place"})
    if how == "ending":  # the Gannet River and the Ganneta: one word of the name ends in another way
        return kinds[0] == kinds[1]
    if how != "slip" or kinds[0] != kinds[1]:
        return False
    apart = sorted({*a} ^ {*b})
    return (
        len(apart) == 2 and all(len(w) >= _SHORTEST and w.isalpha() for w in apart) and not inflected(*apart)
    )


def _sainted(first: str, second: str) -> bool:
    """Whether two names differ in the mark of the owner, and are of a house that is called by its saint."""
    owned = "'" in first + second or "’" in first + second
    return owned and telling_words(first)[-1] in _SAINTED


_OF_A_SAINT = "With and without the mark of the owner, the name is of one house."
_KNOWN = "With and without a plural, the name is of one well-known body: no reader takes it for another."


def _words(story: Story, told: set[frozenset[str]]) -> Iterator[Difference]:
    """Single words of one article that are a keystroke from a word it uses often, and known to nobody."""
    claims: dict[str, list[NameClaim]] = defaultdict(list)
    for claim in story.of(NameClaim):
        claims[claim.span.article].append(claim)
    counts = Counter(word for held in claims.values() for claim in held for word in set(_split(claim.value)))
    for article, held in claims.items():
        by_word: dict[str, list[NameClaim]] = defaultdict(list)
        for claim in held:
            for word in _split(claim.value):
                by_word[word].append(claim)
        lower = lower_words(story.articles[article].text)
        for rare, usual in _slips(by_word, counts):
            if rare.lower() in lower or known(rare) or frozenset({rare, usual}) in told:
                continue
            if _person(by_word[rare]) and not _person(by_word[usual]):
                continue  # Bo Toyoda, and what his family makes
            told.add(frozenset({rare, usual}))
            others = [
                c
                for cs in claims.values()
                for c in cs
                if usual in _split(c.value) and rare not in _split(c.value)
            ]
            meant = [c for c in others if any(_alike(c, slip) for slip in by_word[rare])]
            if meant:
                slips, meant = (
                    _telling(cs, frozenset({word})) for cs, word in ((by_word[rare], rare), (meant, usual))
                )
                yield _difference(
                    slips, meant, f"“{rare}” is one keystroke from “{usual}” in the same article"
                )


def _apart_in_articles(story: Story, told: set[frozenset[str]]) -> Iterator[Difference]:
    """Words of names known to nobody, a keystroke apart, of which no article has both: Wetsel and Whetsel Avenue."""
    claims: dict[str, list[NameClaim]] = defaultdict(list)
    by_start: dict[tuple[str, int], list[str]] = defaultdict(list)
    for claim in story.of(NameClaim):
        for word in _split(claim.value):
            claims[word].append(claim)
    for word in claims:
        by_start[word[0], len(word)].append(word)
    for word, held in claims.items():
        near = (by_start.get((word[0], len(word) + more), ()) for more in (0, 1))
        for other in (found for words in near for found in words):
            pair = frozenset({word, other})
            if word == other or pair in told or not one_keystroke(word, other) or inflected(word, other):
                continue
            unknown = not any(known(name) or _said(story, name) for name in pair)
            if unknown and _one_thing(story, held, claims[other]):
                told.add(pair)
                ours, theirs = _telling(held, frozenset({word})), _telling(claims[other], frozenset({other}))
                yield _difference(ours, theirs, "one keystroke apart, and no article has both")


def _said(story: Story, name: str) -> bool:
    """Whether an article says the word of a name as a common noun."""
    return any(name.lower() in lower_words(article.text) for article in story.articles.values())


def _one_thing(story: Story, ours: list[NameClaim], theirs: list[NameClaim]) -> bool:
    """Whether two names may be one: no article has both, none is a person, no forms of one name are known in them."""
    both = {c.span.article for c in ours} & {c.span.article for c in theirs}
    known = [{story.entities.of(c.subject, c.span.article) for c in cs} - {None} for cs in (ours, theirs)]
    if both or known[0] & known[1] or _person(ours) or _person(theirs):
        return False
    names = [[set(claim.value.split()) for claim in claims] for claims in (ours, theirs)]
    alone = all(any(len(words) == 1 for words in held) for held in names)
    return alone or any(a & b for a in names[0] for b in names[1])


def _person(claims: list[NameClaim]) -> bool:
    """Whether a word is said in the full name of a person."""
    return any(claim.kind == "person" and " " in claim.subject for claim in claims)


def _alike(one: NameClaim, other: NameClaim) -> bool:
    """Whether two names are of one kind and, where both have several words, share one: "Associate Press".

    A single word that names nothing known ("other") may be a slip of a single word of any kind.
    """
    a, b = set(one.value.lower().split()), set(other.value.lower().split())
    if "other" in (one.kind, other.kind) and len(a) == len(b) == 1:
        return True
    bare = len(a) == len(b) == 1 or (one.kind == "person" and 1 in (len(a), len(b)))
    return one.kind == other.kind and (bare or bool(a & b))


def _split(value: str) -> list[str]:
    words = (owner(word.strip(".,;:“”\"'’")) for word in value.split() if word.strip(".,;:“”\"'’"))
    return [word for word in words if len(word) >= _SHORTEST and word[0].isupper() and word.isalpha()]


def _slips(by_word: dict[str, list[NameClaim]], counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Pairs (rare, usual) of words of one article, one keystroke apart; the first letter is hardly ever the slip."""
    by_start: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in by_word:
        by_start[word[0], len(word)].append(word)
    for rare in by_word:
        if counts[rare] > 2:
            continue
        for size in (len(rare) - 1, len(rare), len(rare) + 1):
            for usual in by_start.get((rare[0], size), ()):
                if counts[usual] < 3 * counts[rare] or counts[usual] < 3 or usual == rare:
                    continue
                if one_keystroke(rare, usual) and not inflected(rare, usual):
                    yield rare, usual
