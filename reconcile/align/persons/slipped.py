"""Bare family names that nobody of the story bears, a keystroke from the name of somebody their article introduces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.claims.name import NameClaim
from reconcile.language.names.casing import common_words, lower_words
from reconcile.language.names.gazetteer import country_of_people, given_names, names_place
from reconcile.language.names.lore import lore, person_name
from reconcile.language.names.personhood import Standing
from reconcile.values.keystrokes import one_keystroke
from reconcile.values.names import at_home_in_latin, loosened
from reconcile.values.regex import regex

_SHORTEST = 4  # letters of a family name that a slip still leaves recognizable
_LONG, _LONG_START = 7, 3  # letters of a name that two wrong letters leave recognizable, and how it begins
_RARE = 3  # mentions of a slip in one article at most
_CAPITAL_BEFORE = regex(r"[A-Z][\w.'’-]* \Z")  # a given name that the reading did not take for one
_LISTED = regex(r"(?:,? and|,) ([A-Z][\w'’-]+)\b")
_AHEAD = 24


def slipped(story: Story) -> Iterator[tuple[list[NameClaim], list[NameClaim]]]:
    """Yields the claims of a bare name and those of the person it must be, both of one article."""
    held: dict[str, dict[str, list[NameClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(NameClaim):
        if claim.kind in ("person", "other"):
            held[claim.span.article][claim.subject].append(claim)
    borne = {word for named in held.values() for name in named if " " in name for word in name.split()}
    for article, named in held.items():
        bearers: dict[str, list[str]] = defaultdict(list)
        for name, claims in named.items():
            if " " in name and claims[0].kind == "person" and _surely(story, article, name):
                bearers[person_name(name).surname[-1]].append(name)
        by_start: dict[tuple[str, int], list[str]] = defaultdict(list)
        for family, names in bearers.items():
            peoples = family.endswith("s") and country_of_people(
                family.removesuffix("s")
            )  # Christian Syrians
            if len(names) == 1 and not peoples:
                by_start[family[:1], len(family)].append(family)
        for bare, claims in named.items():
            if " " in bare or bare in borne or len(bare) < _SHORTEST or len(claims) > _RARE:
                continue
            near = (by_start.get((bare[:1], len(bare) + more), ()) for more in (-1, 0, 1))
            found = [f for families in near for f in families if _near(bare, f)]
            if (
                len(found) == 1
                and len(named[bearers[found[0]][0]]) >= len(claims)
                and _is_slip(story, article, claims, found[0], bearers)
            ):
                yield claims, named[bearers[found[0]][0]]


def rendered(bare: str, full: str) -> bool:
    """Whether a bare name is the family name of `full` in another transliteration: Sayid, and Ali Syed."""
    name = person_name(full)
    family = name.surname[-1]
    turned = sorted(bare.lower()) == sorted(family.lower())  # letters turned round are no transliteration
    return not turned and not at_home_in_latin(name, lore()) and loosened(bare) == loosened(family)


def spoken_alike(one: str, other: str) -> bool:
    """Whether two names in lower case are said in one way, though one may be a given name: Kelly, Kelley; Alan, Allan."""
    return _TWICE.sub(r"\1", _AT_END.sub("y", one)) == _TWICE.sub(r"\1", _AT_END.sub("y", other))


_AT_END = regex(r"(?:ey|ie|i|ye)\Z")
_TWICE = regex(r"([a-z])\1")


def _near(bare: str, family: str) -> bool:
    """Whether two names are a keystroke apart that makes no plural of the one (Reed and the Reeds), or long ones two."""
    plural = bare.rstrip("s") == family.rstrip("s")
    if plural or len(family) < _SHORTEST or bare.lower() == family.lower():
        return False
    return (
        one_keystroke(bare, family)
        or (
            len(bare) == len(family) >= _LONG
            and "-" not in bare  # al-Fasher, and Omar al-Bashir
            and bare[:_LONG_START] == family[:_LONG_START]
            and bare[-1] == family[-1]
            and sum(a != b for a, b in zip(bare, family, strict=True)) == 2
        )
    )  # Haywood, and Tony Hayward


def _surely(story: Story, article: str, name: str) -> bool:
    """Whether a full name is a person's beyond doubt: "Firm Guarantee" may open a sentence of somebody who shouts."""
    return story.reading(article).document.personhood.standing(name) == Standing.PERSON


def _is_slip(
    story: Story, article: str, claims: list[NameClaim], family: str, bearers: dict[str, list[str]]
) -> bool:
    """Whether a bare name can be nothing but a slip: no word, no place, no given name unless among family names or
    spelled like the family name in another transliteration."""
    text, bare = story.articles[article].text, claims[0].subject
    plain = bare.lower()
    if plain in common_words() or plain in lower_words(text) or names_place(bare) or country_of_people(bare):
        return False
    if family.lower() in given_names() and plain.startswith(family.lower()):
        return False  # Sarah Jane, and Janek, a composer
    for claim in claims:
        if not claim.title and _CAPITAL_BEFORE.search(
            text, max(0, claim.span.start - _AHEAD), claim.span.start
        ):
            return False
        listed = _LISTED.match(text, claim.span.end)
        among = (listed is not None and listed.group(1) in bearers) or rendered(bare, bearers[family][0])
        if plain in given_names() and not (among or spoken_alike(plain, family.lower())):
            return False
    return True
