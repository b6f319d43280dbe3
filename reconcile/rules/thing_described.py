"""One thing, called by different common nouns.

A car in one article is an SUV in another and a 4x4 in a third: the finer word refines the coarser one, and
synonyms are aliases. Two kinds that exclude each other (a frigate, a patrol vessel) in statements that
otherwise say the same are a tension: both words are loose in the news.

```yaml
articles:
  - {id: a, text: "On Monday three robbers drove an SUV through the window of the Brill jewelry store in Tessaly."}
  - {id: b, text: "Three robbers drove a car through the window of the Brill jewelry store in Tessaly on Monday."}
findings:
  - {verdict: explained, reason: precision, sides: [["an SUV"], ["a car"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

from reconcile.align.senses import sense, senses
from reconcile.align.story import Story
from reconcile.claims.thing import ThingClaim, kinds
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide
from reconcile.rules.sentences import quoted
from reconcile.values.regex import regex
from reconcile.values.relation import Relation
from reconcile.values.things import Kind

CODE = "NAM608"
KIND = "other"
VERDICT = "explained"

_HANDLED = regex(
    r"\b(?:with|using|used|fired|fires|firing|waving|waved|carrying|carried|brandish\w+|wield\w+|held|holding|point\w+|pulled|pulling"
    r"|drew|drawing|raised|raising|from|armed)(?: [a-z]+){0,2} (?:an?|the|his|her|their) (?:[\w.-]+ ){0,3}[\w-]+\Z",
    re.I,
)  # what is done with a weapon in somebody's hand
_OWN = regex(
    r"\b(?:with|using|used|us(?:es|ing)|fir(?:ed|es|ing)|wav(?:ed|ing)|carr(?:ied|ies|ying)|brandish\w+|wield\w+|h[eo]ld(?:ing)?|point\w+|load(?:ed|ing)"
    r"|pull(?:ed|ing)|drew|drawing|rais(?:ed|ing)|from|armed|had|built|bought|purchased|grabbed|got|found|recovered|seized|discovered)"
    r"(?: [a-z]+){0,2} (?:an?|the|his|her|their) (?:own )?(?:[\w.-]+ ){0,3}[\w-]+\Z|\b(?:armed|carrying|with) [^.;\n]{3,60}, (?:and )?an? [\w -]+\Z",
    re.I,
)  # what is done with it by the one whose weapon it is, or by those who find it
_OFFICERS = regex(
    r"\b(?:police|officers?|deput(?:y|ies)|troopers?|agents?|guards?|soldiers?)\b"
    r"(?! (?:[a-z]+ ){0,2}(?:said|say|says|believe|found|recovered|seized|discovered|confronted|saw|spotted)\b)[^.;]*\Z",
    re.I,
)  # whose own weapon it may be
_QUALITY = regex(r"\b(?:un)?[a-z]{3,}ed\b|\b(?:stolen|hidden|broken|sunken|torn|burnt)\b")
_ONE = frozenset({Relation.SAME, Relation.REFINES, Relation.COARSENS})
_MOST = 6  # claims that witness one word
_LOOSE = 0.25  # similarity of the statements from which a word and a finer one are taken to name one thing
_ALIKE = 0.34  # and from which two other nouns are
_CLASH = 0.5  # and from which two kinds that exclude each other are worth a person's look


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per thing that two articles call by different nouns of one tree."""
    by_root: dict[str, list[tuple[Kind, ThingClaim]]] = defaultdict(list)
    for claim in story.of(ThingClaim):
        kind = kinds().get(claim.value)
        if kind is not None:
            by_root[kind.root].append((kind, claim))
    for root, things in by_root.items():
        alone = list(_only_kinds(root, things)) if root in _sole_kinds() else []
        yield from alone
        for first, second, relation in _named_twice(things, story):
            if relation is not Relation.DIFFERS or not alone:
                yield _difference(root, (first,), (second,))
        if root in _OF_WHICH_ONE:
            yield from _owned(root, things, story)
        if root in _sole_kinds():
            yield from _handled(root, things)


# The widest kinds of which a person has one as a rule.
_OF_WHICH_ONE = frozenset(("vehicle", "vessel", "aircraft", "firearm", "dwelling"))


def _owned(root: str, things: list[tuple[Kind, ThingClaim]], story: Story) -> Iterator[Difference]:
    """One person's thing that articles which each know one of that kind alone call by kinds that exclude each other.

    The statements need not be alike: whose it is tells that it is one, unless the words are those of one statement.
    """
    told: dict[str, dict[str, list[tuple[Kind, ThingClaim]]]] = defaultdict(lambda: defaultdict(list))
    for kind, claim in things:
        owner = story.entities.of(claim.owner, claim.span.article) if claim.owner else None
        if owner is not None and kind.wider and not claim.plural:
            told[owner.name][claim.span.article].append((kind, claim))
    for articles in told.values():
        sole = [found for found in articles.values() if len({kind.name for kind, _ in found}) == 1]
        for one, other in combinations(sole, 2):
            differs = one[0][0].relation(other[0][0]) is Relation.DIFFERS
            if differs and story.similarity(one[0][1], other[0][1]) < _CLASH:
                yield _difference(
                    root, *(tuple(claim for _, claim in found[:_MOST]) for found in (one, other))
                )
                break


def _handled(root: str, things: list[tuple[Kind, ThingClaim]]) -> Iterator[Difference]:
    """The words for the one weapon that was carried, fired or found, or for the one thing that did what such things do,
    where one word refines the other or is its alias.

    What an officer carries is his own. Where weapons of several kinds are told of, the widest words may mean any of them.
    """
    families: dict[str, dict[str, list[tuple[Kind, ThingClaim]]]] = defaultdict(lambda: defaultdict(list))
    for kind, claim in things:
        before = claim.sentence[: claim.span.start - claim.sentence_start + len(claim.span.quote)][-140:]
        deeds = _sole_kinds()[root]
        if deeds & senses(claim.sentence) if deeds else _carried(before) and not claim.plural:
            family = kind.wider[0] if len(kind.wider) > 1 else kind.name if kind.wider else ""
            families[family][_spelled(claim.word)].append((kind, claim))
    wide = families.pop("", {}) if len(families) < 3 else {}
    for nouns in families.values():
        for first, second in combinations([*nouns.values(), *wide.values()], 2):
            sides = [tuple(claim for _, claim in told[:_MOST]) for told in (first, second)]
            articles = {claim.span.article for side in sides for claim in side}
            if len(articles) > 1 and first[0][0].relation(second[0][0]) in _ONE:
                yield _difference(root, *sides)


def _carried(before: str) -> bool:
    """Whether the words up to a weapon tell that somebody who is no officer has it."""
    return _OWN.search(before) is not None and _OFFICERS.search(before) is None


@cache
def _sole_kinds() -> dict[str, frozenset[str]]:
    """From each widest kind of which an event has one thing as a rule to the senses of what is done with it, if told."""
    lines = (line.partition(":") for line in words("sole_kinds"))
    return {root.strip(): frozenset(map(sense, deeds.split())) for root, _, deeds in lines}


def _only_kinds(root: str, things: list[tuple[Kind, ThingClaim]]) -> Iterator[Difference]:
    """One thing that articles which each know one kind of it alone call by kinds that exclude each other."""
    by_article: dict[str, list[tuple[Kind, ThingClaim]]] = defaultdict(list)
    for kind, claim in things:
        deeds = _sole_kinds()[root]
        if deeds and not deeds & senses(claim.sentence):
            continue  # a roof over one's head
        by_article[claim.span.article].append((kind, claim))
    alone: list[tuple[Kind, list[ThingClaim]]] = []
    for found in by_article.values():
        finest = max((kind for kind, _ in found), key=lambda kind: len(kind.wider))
        known = {finest.name, *finest.wider}
        if all(kind.name in known for kind, _ in found) and not any(
            claim.plural and (kind.wider or _HANDLED.search(_before(claim))) for kind, claim in found
        ):  # "no guns in here, please" tells of no second one
            alone.append((finest, [claim for kind, claim in found if kind.wider]))
    for (one, first), (other, second) in combinations(alone, 2):
        if one.relation(other) is not Relation.DIFFERS:
            continue
        pair = next(((a, b) for a in first for b in second if _one_deed(a, b, root)), None)
        if pair is not None:
            told = [(kind, claim) for kind, claims in alone for claim in claims]
            sides = [
                [c for kind, c in told if kind.relation(k) is not Relation.DIFFERS] for k in (one, other)
            ]
            words_said = [pair[0].word, pair[1].word]
            yield replace(
                _difference(root, *((claim,) for claim in pair)),
                verdict="contradiction",
                settled=True,
                sides=tuple(
                    DraftSide(value=w, claims=tuple(c)) for w, c in zip(words_said, sides, strict=True)
                ),
                because=f"{quoted(words_said)} exclude each other, and neither article knows of another {root}.",
            )
            return


def _one_deed(a: ThingClaim, b: ThingClaim, root: str) -> bool:
    """Whether both things do the same, or the same is done with both, in statements with telling words in common."""
    shared = (senses(a.sentence) & senses(b.sentence)) - senses(f"{a.word} {b.word}")
    if deeds := _sole_kinds()[root]:
        return bool(deeds & shared) and len(shared) > 1
    return bool(shared) and all(_HANDLED.search(_before(claim)) for claim in (a, b))


def _before(claim: ThingClaim) -> str:
    at = claim.span.start - claim.sentence_start
    return claim.sentence[max(0, at - 40) : at + len(claim.span.quote)]


def _named_twice(
    things: list[tuple[Kind, ThingClaim]], story: Story
) -> Iterator[tuple[ThingClaim, ThingClaim, Relation]]:
    """Pairs of nouns of two articles that, by the words around them, name one thing, and how they relate."""
    said: dict[tuple[str, int], set[str]] = defaultdict(set)
    for _, claim in things:
        said[claim.span.article, claim.sentence_start].add(claim.value)
    best: dict[tuple[str, str], float] = {}
    alike: list[tuple[float, ThingClaim, ThingClaim, Relation]] = []
    once: dict[
        tuple[str, str, str], tuple[Kind, ThingClaim]
    ] = {}  # a page may print one sentence a thousand times
    for kind, claim in things:
        once.setdefault((claim.span.article, claim.value, claim.sentence), (kind, claim))
    for (a, first), (b, second) in combinations(once.values(), 2):
        if first.span.article == second.span.article or first.plural != second.plural:
            continue
        similar = 1.0 if _same_name(first, second) else story.similarity(first, second)
        if similar < 1.0 and _qualities(first) & _qualities(second):
            similar = max(similar, _CLASH)  # "an abandoned van", "the abandoned truck"
        if similar < (_LOOSE if a.relation(b) in _ONE else _ALIKE):
            continue
        for one, other in ((first, second), (second, first)):
            key = (one.id, other.span.article)
            best[key] = max(best.get(key, 0.0), similar)
        alike.append((similar, first, second, a.relation(b)))
    for similar, first, second, relation in alike:
        together = any(
            {first.value, second.value} <= said[claim.span.article, claim.sentence_start]
            for claim in (first, second)
        )
        mutual = similar == best[first.id, second.span.article] == best[second.id, first.span.article]
        clash = relation is Relation.DIFFERS and (similar < _CLASH or first.plural)
        clash = clash or relation is Relation.UNKNOWN
        if mutual and not together and not clash and _spelled(first.word) != _spelled(second.word):
            yield first, second, relation


def _same_name(first: ThingClaim, second: ThingClaim) -> bool:
    """Whether both nouns stand before one proper name: "the ferry Marigold", "the steamer Marigold"."""
    return bool(first.subject and second.subject) and first.subject.split()[-1] == second.subject.split()[-1]


def _qualities(claim: ThingClaim) -> frozenset[str]:
    """What was done to the thing, as the words right before its noun tell: "stolen", "unexploded"."""
    return frozenset(_QUALITY.findall(claim.span.quote))


def _spelled(word: str) -> str:
    """The word without the differences between British and American spelling."""
    return word.replace("jewellery", "jewelry").replace("-", "").replace("centre", "center")


def _difference(root: str, first: tuple[ThingClaim, ...], second: tuple[ThingClaim, ...]) -> Difference:
    names = first[0].word.lower(), second[0].word.lower()
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"What kind of {root} was it?",
        sides=tuple(DraftSide(value=n, claims=c) for n, c in zip(names, (first, second), strict=True)),
        verdict="tension",
        because=f"{quoted(names)} are different kinds of {root}, in statements that otherwise say the same.",
        confidence=0.6,
    )
