"""Opposite words for one thing: smooth and slow, uphill and downhill, accepted and rejected.

Finds, in different articles, two words that exclude each other in alike sentences about the same noun. Loose words
make a tension for a person to look at; words that hardly ever say anything else, in sentences that otherwise agree,
a contradiction. Different authorities behind the two make it an attributed tension, and what was decided one way and
later another is an update. What somebody is or means to do is said of one person by name. How the one match, fight or deal of a story ended needs no like words. An article that uses both words speaks of two things, and is left out.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The Ordell relief operations in Tessaly are going smoothly, the governor said."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Residents complained that the Ordell relief operations in Tessaly were slow."}
findings:
  - {verdict: tension, sides: [["smoothly"], ["slow"]]}
```
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product

from reconcile.align.deeds.two_objects import two_named, two_objects
from reconcile.align.persons.holders import one_person
from reconcile.align.persons.standing import withdrawn
from reconcile.align.referents import one_noun, single, sole
from reconcile.align.stems import stem
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.claims.opposite import CONDITIONS, OppositeClaim, limbs
from reconcile.lexicon import word_set
from reconcile.rules.clause_words import clause_words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "POL952"
KIND = "other"
VERDICT: Verdict = "tension"

_WORD = regex(r"[^\W\d_]{3,}")
_OF = regex(r" of (?:the )?((?:[A-Z][\w’'-]+ ?){1,3})")
_NAMED_THING = regex(r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*),? (?:(?:is|was|,) )?an? (?:[a-z-]+ )?\Z")
_DEFINITE = regex(r"\b(?:[Tt]he|[Tt]his|[Ii]ts) (?:[a-z-]+ )?\Z")
_NAMED = regex(r"[A-Z][\w’'-]+")
_HURT = regex(
    r"\b(?:broke\w*|break\w*|fractur\w+|snapp\w+|shot|hit|struck|wound\w*|injur\w+|hurt|lost|torn|tore|sprain\w*|"
    r"dislocat\w+|stabbed|bitten|bit|burn\w*|cut|bullets?|pierced|operat\w+|surgery|amputat\w+|crush\w+|plaster|bandag\w+|strapp\w+|tears?|treat\w+|swollen)\b"
)
_MEANT = regex(r"\b(?:will|would|plans?|intends?|is to|decide[ds]?|undecided)\b")
_REACH = 45  # characters on either side in which the noun must stand
_CROWD = 40
_SHORT = 48  # characters that a question quotes
_SOLE = ("sole", "word")
_PLAIN = ("plain", "loosely")
_SURE = 0.3  # similarity of the sentences from which two plain words cannot both be right
_CLOSE = 0.14  # and from which one word in common is enough
_SHARED = {
    "next": 0.16,
    "side": 0.16,
    "made": 0.16,
    "plain": 0.1,
    "loosely": 0.1,
    "done": 0.16,
}  # and from which they are worth a look


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for opposites said beside the same telling words."""
    families: dict[str, dict[str, list[OppositeClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(OppositeClaim):
        if claim.mode in CONDITIONS:
            continue  # EVT951 compares them
        families[claim.event][claim.value].append(claim)
    for sides in families.values():
        best: dict[str, tuple[float, OppositeClaim, OppositeClaim]] = {}
        for first, second in combinations(sides.values(), 2):
            for a, b in product(first[:_CROWD], second[:_CROWD]):
                if a.span.article == b.span.article or a.polarity != b.polarity or _two_deeds(a, b):
                    continue
                score = _score(story, a, b, first, second)
                if score > 0 and (_thing(a) not in best or score > best[_thing(a)][0]):
                    best[_thing(a)] = (score, a, b)
        for _, one, other in best.values():
            if not withdrawn(one) and not withdrawn(other):
                draft = _difference(story, one, other)
                yield _everywhere(draft, sides) if one.mode in (*_SOLE, "loosely") else draft


def _two_deeds(a: OppositeClaim, b: OppositeClaim) -> bool:
    """Whether the two tell of two deeds: of two charges, of two applications, by two people."""
    return a.mode in ("sole", "done") and (two_objects(a, b) or (a.mode == "done" and two_named(a, b)))


def _thing(claim: OppositeClaim) -> str:
    """What the word is said of, where that is a side of a thing or a limb: each may be told of twice."""
    if claim.mode != "side":
        return ""
    name, whole = limbs().get(claim.subject, (claim.subject, ""))
    return whole or name


def _everywhere(draft: Difference, sides: dict[str, list[OppositeClaim]]) -> Difference:
    """The difference with each article that has one of the two words only."""
    said = [sides[side.claims[0].value] for side in draft.sides if isinstance(side.claims[0], OppositeClaim)]
    both = {c.span.article for c in said[0]} & {c.span.article for c in said[1]}
    return replace(
        draft,
        sides=tuple(
            DraftSide(value=found[0].value, claims=tuple(c for c in found if c.span.article not in both))
            for found in said
        ),
    )


def _score(
    story: Story,
    a: OppositeClaim,
    b: OppositeClaim,
    first: list[OppositeClaim],
    second: list[OppositeClaim],
) -> float:
    similar = story.similarity(a, b)
    if a.mode == "beside":
        return _beside(a, b, similar)
    if a.mode == "person":
        known = a.polarity and a.subject and b.subject and one_person(a.subject, b.subject)
        return max(similar, _CLOSE) if known and _divided(a, b, first, second) else 0.0
    if a.mode in _SOLE:
        if "a mistrial" in (a.value, b.value) and any(_AGAIN.search(story.article(c).text) for c in (a, b)):
            return 0.0  # a second trial ends another way
        return max(similar, _CLOSE) if a.polarity and _divided(a, b, first, second) else 0.0
    if a.mode == "made" and _only_one(story, a, b):
        return _divided(a, b, first, second) and max(similar, _SURE)
    if a.mode == "side" and _one_limb(a, b):
        hurt = _wounded(a, b, first, second)
        return max(similar, _CLOSE) if hurt and _divided(a, b, first, second) else 0.0
    if a.mode == "side" and a.subject in _PAIRED and a.polarity and one_noun(a.subject, b.subject):
        if _MONTH.search(a.sentence) or _MONTH.search(b.sentence):
            return 0.0  # that of another month
        return max(similar, _CLOSE) if _divided(a, b, first, second) else 0.0
    if similar < _SHARED[a.mode] or not a.polarity:
        return 0.0
    if not _one_noun(a, b) or not _divided(a, b, first, second):
        return 0.0
    own = (
        telling(a.span.quote) | telling(b.span.quote)
        if a.mode not in _PLAIN
        else telling(f"{a.value} {b.value}")
    )
    shared = (telling(a.sentence) & telling(b.sentence)) - own
    if a.mode in ("next", "side") and _whose(a) & _whose(b):
        return max(similar, _CLOSE)  # the north face and the south face of one mountain
    if len(shared) < 2 and a.mode in _PLAIN:
        shared -= telling(" ".join(_NAMED.findall(a.sentence)))  # a name alone is not yet one thing
    return similar if len(shared) >= 2 or (shared and similar >= _CLOSE) else 0.0


_AGAIN = regex(r"\b(?:second trial|new trial|retrial|retried|tried again)\b")
_MONTH = regex(
    r"\b(?:in|last) (?:January|February|March|April|May|June|July|August|September|October|November|December|year|month)\b"
)
# What a vehicle has on either side: an article that knows one of them only tells of that one.
_PAIRED = frozenset({"engine", "wing", "propeller", "headlight", "aileron", "tank", "rudder"})


def _whose(claim: OppositeClaim) -> frozenset[str]:
    """The name of what the claim's thing is a part of."""
    after = _OF.match(claim.sentence, claim.span.start - claim.sentence_start + len(claim.span.quote))
    return frozenset(after.group(1).split()) if after else frozenset()


def _divided(
    a: OppositeClaim, b: OppositeClaim, first: list[OppositeClaim], second: list[OppositeClaim]
) -> bool:
    """Whether neither article has the other's word too."""
    mine = {c.span.article for c in second if _one_noun(a, c)}
    theirs = {c.span.article for c in first if _one_noun(b, c)}
    return a.span.article not in mine and b.span.article not in theirs


def _one_noun(a: OppositeClaim, b: OppositeClaim) -> bool:
    if a.mode in ("next", "made", "side"):
        return one_noun(a.subject, b.subject) or _one_limb(a, b)
    return a.mode in (*_PLAIN, "person", *_SOLE) or bool(telling(a.subject) & telling(b.subject))


def _one_limb(a: OppositeClaim, b: OppositeClaim) -> bool:
    """Whether both are said of one part of the body: the femur, the thigh, the leg it is a part of."""
    one, other = limbs().get(a.subject), limbs().get(b.subject)
    if one is None or other is None:
        return False
    return one[0] == other[0] or one[0] == other[1] or one[1] == other[0]


def _wounded(
    a: OppositeClaim, b: OppositeClaim, first: list[OppositeClaim], second: list[OppositeClaim]
) -> bool:
    """Whether one and the same person is hurt there: by name, or as the only one whose limbs the articles tell of."""
    if a.who and b.who:
        return one_person(a.who, b.who)
    if not (_HURT.search(a.sentence) and _HURT.search(b.sentence)):
        return False
    told = Counter(c.span.article for c in (*first, *second) if c.subject in limbs())
    return told[a.span.article] == 1 == told[b.span.article]


def _only_one(story: Story, a: OppositeClaim, b: OppositeClaim) -> bool:
    """Whether both articles speak of one thing of the name only: the ship of one is the ship of the other.

    So it is too when one says it of a thing by its proper name, which the other has as well and speaks of as known.
    """
    if not one_noun(a.subject, b.subject):
        return False
    if all(sole(story, c.span.article, c.subject) for c in (a, b)):
        return True
    if a.subject[0].isupper() and all(single(story, c.span.article, c.subject) for c in (a, b)):
        return True  # one car of its make in each report
    for one, other in ((a, b), (b, a)):
        name = _NAMED_THING.search(one.sentence, 0, one.span.start - one.sentence_start)
        known = (
            name is not None and name.group(1).removeprefix("The ") in story.articles[other.span.article].text
        )
        if known and _DEFINITE.search(other.sentence, 0, other.span.start - other.sentence_start):
            return True
    return False


def _beside(a: OppositeClaim, b: OppositeClaim, similar: float) -> float:
    common = word_set("common")
    one, other = _next(a), _next(b)
    if one and one == other and one not in common and similar >= 0.05:
        return similar  # "thinly populated", "densely populated"
    if one and other and not {one, other} & common:
        return 0.0  # annual profits, quarterly payments
    shared = _near(a, common) & _near(b, common)
    return similar if len(shared) >= 2 and similar >= 0.22 else 0.0


def _near(claim: OppositeClaim, common: frozenset[str]) -> frozenset[str]:
    """The stems of the words close to the claim's, without names, common words and the opposites themselves."""
    at = claim.span.start - claim.sentence_start
    window = claim.sentence[max(0, at - _REACH) : at + len(claim.span.quote) + _REACH]
    own = {stem(word) for word in _WORD.findall(claim.span.quote.lower())[-1:]}
    return frozenset(stem(w) for w in _WORD.findall(window) if w[0].islower() and w not in common) - own


def _next(claim: OppositeClaim) -> str:
    """The word right after the claim's words."""
    at = claim.span.start - claim.sentence_start + len(claim.span.quote)
    found = _WORD.match(claim.sentence, at + 1)
    return stem(found.group().lower()) if found else ""


def _excluded(story: Story, a: OppositeClaim, b: OppositeClaim) -> bool:
    """Whether the two words are surely said of one thing."""
    if a.mode in (*_PLAIN, "beside", "side", *_SOLE):
        return a.mode in ("plain", "side", "sole")
    meant = {_MEANT.search(c.span.quote) is not None for c in (a, b)}
    if a.mode == "person" and len(meant) == 1:
        return True  # what somebody is, or what he means to do, in both
    return story.similarity(a, b) >= _SURE or (
        _only_one(story, a, b) if a.mode == "made" else bool(_whose(a) & _whose(b))
    )


_GUESSED = regex(
    r"\b(?:thought|believed|suspected|feared|presumed|assumed|said|likely|probably|possibly|perhaps|suspects?|might|may)\b[^.;,]{0,24}\Z",
    holds="thought|believed|suspect|feared|presumed|assumed|said|likely|probably|possibly|perhaps|might|may",
)


def _said(claim: OppositeClaim) -> str:
    """The claim's words, or the usual ones of its side where they are many."""
    return clause_words(claim) if len(claim.span.quote) <= _SHORT else claim.value


def _guessed(claim: OppositeClaim) -> bool:
    """Whether the article only supposes what the word says: "thought to be salmonella"."""
    end = claim.span.start - claim.sentence_start + len(claim.span.quote)
    said = claim.sentence[max(0, end - _CROWD - len(claim.value)) : end].lower()
    return _GUESSED.search(said.removesuffix(claim.value)) is not None


def _difference(story: Story, a: OppositeClaim, b: OppositeClaim) -> Difference:
    if a.mode == "word" and _guessed(a) != _guessed(b):
        guess, known = (a, b) if _guessed(a) else (b, a)
        return Difference(
            rule=CODE,
            kind=KIND,
            question=f"Is it {guess.value} or {known.value}?",
            sides=(
                DraftSide(value=guess.span.quote, claims=(guess,)),
                DraftSide(value=known.span.quote, claims=(known,)),
            ),
            verdict="explained",
            reason="update",
            because=f"{guess.span.quote!r} is only supposed; {known.span.quote!r} is stated.",
            confidence=0.55,
            settled=True,
        )
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Is it “{_said(a)}” or “{_said(b)}”?",
        sides=(
            DraftSide(value=a.span.quote, claims=(a,)),
            DraftSide(value=b.span.quote, claims=(b,)),
        ),
        verdict="contradiction" if _excluded(story, a, b) else "tension",
        because=f"{a.span.quote!r} and {b.span.quote!r} exclude each other, and both are said of one thing.",
        confidence=0.55,
    )
