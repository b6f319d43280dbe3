"""Deeds with the places they are told of: the same deed, done to the same one, at two places that may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from reconcile.align.places.scenes import mentions_place, same_scene
from reconcile.align.referents import single
from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim
from reconcile.language.grammar.facets import facet_lexicon
from reconcile.language.names.titled import person_nouns
from reconcile.lexicon import word_set
from reconcile.values.places import fold, is_whole, known, relate_places, street_kind, usual
from reconcile.values.regex import regex
from reconcile.values.relation import Relation
from reconcile.values.spots import Place, home_and_elsewhere, place_told, relate_spots, spot_named, spots

_SILENT = frozenset({"said", "published", "announced", "lie", "treat", "report", "planned"})
_HAPPENING = frozenset(
    {
        "happened",
        "occurred",
        "took place",
        "unfolded",
        "began",
        "started",
        "erupted",
        "broke out",
        "is",
        "was",
    }
)
_INSIDE, _OFF = frozenset({"in", "on"}), frozenset({"outside", "near"})
_MOST = 24  # claims of one deed that are held against one another


class Deed(NamedTuple):
    """A deed and whom or what it is done to: `verb` is the sense of its verb, `whom` an entity or the sense of a noun.

    `way` tells whether the places are where it begins ("from"), where it ends ("to") or where it is done ("at").
    """

    verb: str
    whom: str
    way: str
    named: bool  # whether `whom` is somebody or something with a name


class Pair(NamedTuple):
    """Two claims that place one deed, how the first place relates to the second, and how surely the deed is one.

    `loose` says that the two are names of which the gazetteer cannot tell whether one lies in the other.
    """

    deed: Deed
    first: PlaceClaim
    second: PlaceClaim
    relation: Relation
    likeness: float
    loose: bool = False


def pairs(story: Story) -> Iterator[Pair]:
    """Yields the claims of two articles that tell one deed, at places that refine or exclude each other."""
    done: dict[tuple[str, str], list[tuple[Deed, PlaceClaim]]] = defaultdict(list)
    for claim in story.of(PlaceClaim):
        deed = deed_of(story, claim)
        if deed is not None:
            done[deed.verb, deed.way].append((deed, claim))
    for told in done.values():
        claims = [claim for _, claim in told]
        for (one, a), (other, b) in combinations(told[:_MOST], 2):
            if _two_things(a, b):
                continue  # a knife was found in the car, a pistol in the flat
            relation = related(a, b)
            if relation is Relation.UNKNOWN and not ordinary(one) and _at_home(story, one, a, b):
                relation = Relation.DIFFERS
            once = (
                one.verb == _KILLED and one.named and one.whom == other.whom and _in_and_out(a, b, relation)
            )
            if not once and (a.span.article == b.span.article or story.same_origin(a, b)):
                continue
            loose = relation is Relation.UNKNOWN and _towns(a, b)
            if relation in (Relation.SAME, Relation.UNKNOWN) and not loose:
                continue
            sole = not one.named and _one_of_its_kind(story, one, a, b)
            whom = one.whom == other.whom and (one.named or sole)
            if (sole or loose) and any(
                mentions_place(story, x.span.article, y.value) for x, y in ((a, b), (b, a)) if not y.noun
            ):
                continue  # brought to one hospital, and on to another
            if not (a.noun or b.noun or whom or one.verb == "voyage"):
                continue  # of many people some are here and some there
            likeness = _likeness(story, one, a, other, b)
            voyage = one.verb == "voyage" and _alone(told, a, b)
            event = not (one.whom or other.whom) and relation is not Relation.DIFFERS
            enough = _VOYAGE if voyage or event else _ENOUGH
            if likeness >= enough and (
                once or not _told_by_both(story, claims, a, b, Relation.DIFFERS if loose else relation)
            ):
                yield Pair(one, a, b, Relation.DIFFERS if loose else relation, likeness, loose)


def _at_home(story: Story, deed: Deed, a: PlaceClaim, b: PlaceClaim) -> bool:
    """Whether somebody dies or is held at home here and in a public building there, of which neither knows the other's."""
    if (
        deed.verb not in _AT_ONE
        or not a.noun
        or not b.noun
        or not {a.relation, b.relation} <= {"in", "on", "at"}
    ):
        return False
    known = any(y.noun in story.article(x).text for x, y in ((a, b), (b, a)))
    one, other = _place(a), _place(b)
    return not known and one is not None and other is not None and home_and_elsewhere(one, other)


# What is done to somebody once, at one place.
_AT_ONE = frozenset(map(sense, ("died", "arrested", "detained", "captured", "born", "killed", "married")))


def _two_things(a: PlaceClaim, b: PlaceClaim) -> bool:
    """Whether what somebody found, hid or held there is another thing in either claim."""
    found = [_THING.match(claim.span.quote) for claim in (a, b)]
    if not found[0] or not found[1]:
        return False
    return sense(found[0].group("thing")) != sense(found[1].group("thing"))


_THING = regex(
    r"(?:found|discovered|seized|recovered|bought|stole|left|placed|planted|hid|held|kept) (?:an?|the|his|her|its|their) (?:[a-z-]+ ){0,2}?"
    r"(?P<thing>[a-z-]+) (?:in|at|on|inside|near|outside|under|behind|from) "
)


def _in_and_out(a: PlaceClaim, b: PlaceClaim, relation: Relation) -> bool:
    """Whether the two places are the inside of a building and what is outside of it."""
    return (
        relation is Relation.DIFFERS
        and {a.relation, b.relation} == {"in", "outside"}
        and bool(a.noun and b.noun)
    )


def _towns(a: PlaceClaim, b: PlaceClaim) -> bool:
    """Whether two names may be of two towns, or of two streets: one level, and neither a name for a wider region."""
    ways = {a.relation, b.relation}
    if (
        a.noun
        or b.noun
        or not (ways <= {"in"} or ways <= {"to"} or ways <= {"from"} or a.how == b.how == "off")
    ):
        return False
    if is_whole(a.value) or is_whole(b.value) or set(fold(a.value).split()) & set(fold(b.value).split()):
        return False
    one, other = (street_kind(claim.value) or spot_named(fold(claim.value)) for claim in (a, b))
    return bool(one) == bool(other) and (
        not one or one == other or bool(street_kind(a.value) and street_kind(b.value))
    )


def _one_of_its_kind(story: Story, deed: Deed, a: PlaceClaim, b: PlaceClaim) -> bool:
    """Whether the deed is done to the one of its noun that either article has: the boy, the lorry."""
    nouns = [_BEHIND.split(claim.subject.lower(), maxsplit=1)[0].rsplit(" ", 1)[-1] for claim in (a, b)]
    return all(
        noun.isalpha()
        and not noun.endswith("s")
        and sense(noun) == deed.whom
        and single(story, claim.span.article, noun)
        for noun, claim in zip(nouns, (a, b), strict=True)
    )


def _likeness(story: Story, one: Deed, a: PlaceClaim, other: Deed, b: PlaceClaim) -> float:
    """How surely two claims of one verb tell one deed, 0 to 1: by whom it is done to, and by the words around."""
    years = [set(_YEAR.findall(claim.sentence)) for claim in (a, b)]
    if years[0] and years[1] and not years[0] & years[1]:
        return 0.0
    likeness = same_scene(story, a, b)
    if one.whom == other.whom and one.whom:
        return likeness + (0.3 if one.named else 0.1 if ordinary(one) else 0.2)
    if (one.named and other.named) or not (one.whom or other.whom):
        return likeness if not (one.named or other.named) else 0.0
    if one.verb == "bring" and one.whom and other.whom and ordinary(one) != ordinary(other):
        return 0.0  # a gun was brought to school, a pupil taken to hospital
    return likeness if ordinary(one) or ordinary(other) or not (one.whom and other.whom) else likeness - 0.15


_ENOUGH = 0.5
_VOYAGE = 0.15  # where the one ship or train of an article goes is told in few words
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")


def deed_of(story: Story, claim: PlaceClaim) -> Deed | None:
    """The deed that a claim places; None when nothing tells whom it is done to."""
    if not claim.verb or claim.event in _SILENT or not claim.polarity or claim.modality != "asserted":
        return None
    start = claim.span.start - claim.sentence_start
    if _WHETHER.search(claim.sentence, max(0, start - 40), start):
        return None
    way = claim.relation if claim.relation in ("from", "to") else "at"
    last = claim.verb.rsplit(" ", 1)[-1]
    if claim.verb in _HAPPENING or last in event_nouns():
        noun = last if last in event_nouns() else claim.subject.lower().rsplit(" ", 1)[-1]
        return Deed(sense(noun), "", way, False) if noun in event_nouns() else None
    entity = story.entities.of(claim.subject, claim.span.article)
    if entity is not None and entity.kind != "people":
        whom, named = entity.id, True
    else:
        whom, named = _noun(claim.subject), False
        if not whom and claim.subject not in ("It", "it"):
            return None
    craft = way != "at" and _craft(claim.subject, entity.kind if entity is not None else "")
    if (
        way != "at"
        and claim.subject in ("It", "it")
        and not word_set("voyages").isdisjoint(claim.verb.split(" "))
    ):
        return Deed("voyage", "", way, False)  # the one that an article tells of is meant
    if craft and not word_set("voyages").isdisjoint(claim.verb.split(" ")):
        return Deed("voyage", craft, way, False)
    words = claim.verb.split(" ")
    if last in _SHOT and (_DEAD.match(claim.span.quote, len(claim.verb)) or _fatally(claim)):
        return Deed(_KILLED, whom, way, named)
    if last in _BROUGHT:
        return Deed("bring", whom, way, named)
    return Deed(sense(words[0], " ".join(words[1:])), whom, way, named)


_WHETHER = regex(r"\b(?:if|whether)\b[^.;,]{0,30}\Z", holds="if|whether")


def _fatally(claim: PlaceClaim) -> bool:
    """Whether "fatally" stands before the words of the claim."""
    return claim.sentence.endswith("fatally ", 0, max(0, claim.span.start - claim.sentence_start))


def _craft(subject: str, kind: str) -> str:
    """The kind of craft that a phrase names: a vessel, an aircraft, a train; empty for none."""
    if kind == "vessel":
        return kind
    kinds = (spot.kind for word in subject.lower().split() if (spot := spots().get(word)) is not None)
    return next((found for found in kinds if found in ("vessel", "aircraft", "car")), "")


_KILLED = sense("killed")
_SHOT = frozenset({"shot", "gunned", "stabbed", "beaten", "clubbed", "knifed", "hacked"})
_DEAD = regex(r" (?:dead|to death)\b")
_BROUGHT = frozenset(
    {"taken", "took", "brought", "rushed", "transported", "flown", "airlifted", "removed", "pulled"}
)


@cache
def event_nouns() -> frozenset[str]:
    """Nouns of what happens: a shooting, a crash."""
    return frozenset(
        form for form, (facet, _, noun) in facet_lexicon().items() if noun and facet == "occurred"
    )


def _noun(phrase: str) -> str:
    """The sense of a phrase's noun, "body" of "the body of a man"; empty for a pronoun or a crowd."""
    head = _BEHIND.split(phrase.lower(), maxsplit=1)[0].rsplit(" ", 1)[-1]
    return "" if not head.isalpha() or head in _NOBODY else sense(head)


_BEHIND = regex(
    r" (?:of|with|from|in|at|on|for|near|who|which|that|[a-z]{3,}ing) "
)  # what comes behind a noun
_NOBODY = frozenset(
    {
        "it",
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
        "we",
        "us",
        "i",
        "you",
        "one",
        "two",
        "three",
        "four",
        "five",
    }
) | frozenset(
    {"six", "people", "others", "some", "many", "all", "both", "who", "which", "that", "there", "what"}
)


def related(a: PlaceClaim, b: PlaceClaim) -> Relation:
    """How the places of two claims relate, by the nouns that tell them or by the gazetteer."""
    ways = {a.relation, b.relation}
    if not a.noun and not b.noun and known(a.value) and known(b.value):
        inside = ways <= _INSIDE or ways in ({"to"}, {"from"}) or a.how == b.how == "off"
        found = relate_places(usual(a.value), usual(b.value)) if inside else Relation.UNKNOWN
        return found if found is Relation.DIFFERS else Relation.UNKNOWN  # PLC752 tells which contains which
    one, other = _place(a), _place(b)
    if one is None or other is None:
        return Relation.UNKNOWN
    found = relate_spots(one, other)
    named = not a.noun and not b.noun
    if named and fold(a.value) == fold(b.value):
        return Relation.SAME
    if named and set(fold(a.value).split()) & set(fold(b.value).split()) - {one.spot.noun}:
        return Relation.UNKNOWN
    if (
        one.spot.noun != other.spot.noun
        and one.spot.kind == other.spot.kind == "building"
        and _names(a)
        and _names(a) == _names(b)
    ):
        return Relation.UNKNOWN  # the Tern Inn, and the Tern Inn motel
    if found is Relation.SAME and one.spot.kind == "road" and _names(a) and _names(b):
        return Relation.SAME if _names(a) & _names(b) else Relation.DIFFERS  # the roads to two towns
    if found is Relation.SAME:
        apart = "outside" in ways and "in" in ways
        if not a.noun and not b.noun and _two(one, other) and not ways & _OFF:
            return Relation.DIFFERS  # two schools by two names
        if bool(a.noun) != bool(b.noun) and not ways & _OFF and not apart:
            return Relation.COARSENS if a.noun else Relation.REFINES  # "a local hospital", and its name
        return Relation.DIFFERS if apart and not _two(one, other) else Relation.SAME
    if found is Relation.DIFFERS:
        return found if ways <= _INSIDE or ways in ({"to"}, {"from"}) else Relation.UNKNOWN
    loose = ways & _OFF or "water" in (one.spot.kind, other.spot.kind)
    return Relation.UNKNOWN if loose else found


def _place(claim: PlaceClaim) -> Place | None:
    """The place of a claim as its nouns tell it; None for what is no spot: a town, a county, a scene."""
    found = place_told(claim.value)
    if found is None or found.spot.kind in _VAGUE or (not claim.noun and found.spot.kind != "building"):
        return None
    return found if claim.noun or found.spot.noun not in _TOWNS else None


_VAGUE = frozenset({"vague", "region", "city", "district", "side", "open"})
_TOWNS = frozenset(
    {"ranch", "resort", "lodge", "castle", "mine", "station", "market", "mill"}
)  # of names: Ladera Ranch


def _names(claim: PlaceClaim) -> frozenset[str]:
    return frozenset(fold(word) for word in claim.value.split() if word[0].isupper())


def _two(one: Place, other: Place) -> bool:
    """Whether two places of one noun are described by different words: they need not be one place."""
    return bool(one.said and other.said and not one.said & other.said)


def _told_by_both(
    story: Story, claims: list[PlaceClaim], a: PlaceClaim, b: PlaceClaim, relation: Relation
) -> bool:
    """Whether one of the two articles knows of the other's place too; of two that refine, the coarse one of the finer."""
    if relation is not Relation.DIFFERS:
        fine, coarse = (a, b) if relation is Relation.REFINES else (b, a)
        others = (c for c in claims if c.span.article == coarse.span.article and c is not coarse)
        return any(related(claim, fine) is Relation.SAME for claim in others)
    for mine, theirs in ((a, b), (b, a)):
        if not (theirs.noun or _moved(theirs)) and mentions_place(story, mine.span.article, theirs.value):
            return True
        for claim in claims:
            here = claim.span.article == mine.span.article and claim is not mine
            if here and related(claim, theirs) in (Relation.SAME, Relation.REFINES, Relation.COARSENS):
                return True
    return False


def _moved(claim: PlaceClaim) -> bool:
    return claim.relation in ("from", "to")


def _alone(told: list[tuple[Deed, PlaceClaim]], *claims: PlaceClaim) -> bool:
    """Whether each claim's article tells of one place alone."""
    articles = [claim.span.article for _, claim in told]
    return all(articles.count(claim.span.article) == 1 for claim in claims)


def ordinary(deed: Deed) -> bool:
    """Whether the deed is done to one of many: "a man", of whom an article may tell several."""
    return not deed.named and deed.whom in _persons()


@cache
def _persons() -> frozenset[str]:
    return frozenset(map(sense, person_nouns()))
