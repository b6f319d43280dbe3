"""Puts names together that name one person or thing: blocks propose, structure decides, refusals are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reconcile.align.aliases import Aliases
from reconcile.align.forest import root
from reconcile.language.figures.numbered import one_road, road
from reconcile.language.names.casing import common_words
from reconcile.language.names.gazetteer import acronyms, country_named, names_place, place_named, spelled_out
from reconcile.language.names.lore import compare, lore, person_name
from reconcile.language.names.same_thing import compare_things, is_generic, telling_words, without_forms
from reconcile.values.keystrokes import respelt
from reconcile.values.names import ARTICLE, LONGEST, loosened, transliterated
from reconcile.values.regex import regex
from reconcile.values.romanization import consonants, eastern_sound, folded, mixed, sound, with_g
from reconcile.values.same_name import Comparison

_CROWD = 12  # names in one block: beyond it the block says too little to compare everyone with everyone
_WEAK = ("initial", "short", "middle")  # reasons that need the other name to be the only one that fits
_FORMS = ("nickname", "form")
_TOLD = (*_FORMS, "transliteration")  # reasons that hold unless a text tells the two names apart
_CHECKED = frozenset({"person", "organization", "place"})
_SPOTS = frozenset({"place", "other"})
_LEFT_OUT = {
    "suffix": "one leaves out what sets him apart from his father",
    "second": "one goes by what is the other's middle name",
}
_NONE: frozenset[int] = frozenset()
_DOUBLED = regex(r"([^\W\d_])\1")


class Link(NamedTuple):
    """Two names (by index) and what comparing them came to."""

    first: int
    second: int
    comparison: Comparison


@dataclass(slots=True, eq=False, repr=False)
class Clusters:
    """Which names belong together: `root[i]` is equal for names of one referent; the links say why, and why not."""

    root: list[int]
    merged: list[Link] = field(default_factory=list)
    refused: list[Link] = field(default_factory=list)


def cluster(
    names: Sequence[tuple[str, str]],
    aliases: Aliases | None = None,
    together: Callable[[int, int, str], bool] = lambda i, j, how: False,
) -> Clusters:
    """Clusters (kind, name) pairs. Work grows with the names that share a block, not with all pairs.

    `together(i, j, how)` says that one text tells the names apart, which are forms of each other by `how`: then they
    are two people.
    """
    aliases = aliases or Aliases()
    parent = list(range(len(names)))
    links = [
        Link(i, j, found)
        for i, j in _proposed(names, aliases)
        if (found := decide(names[i], names[j], aliases)).verdict != "different"
    ]
    result = Clusters(parent)
    members: dict[int, list[int]] = {}
    links = [_one_after_all(link, together) for link in links]
    strong = [
        link for link in links if link.comparison.verdict == "same" and link.comparison.how not in _WEAK
    ]
    weak = [link for link in links if link.comparison.verdict == "same" and link.comparison.how in _WEAK]
    for link in strong:
        if link.comparison.how in _TOLD and together(link.first, link.second, link.comparison.how):
            twice = Comparison(
                "refused", link.comparison.how, "one text uses both names: two people, or one twice"
            )
            result.refused.append(Link(link.first, link.second, twice))
            continue
        _unite(link, names, result, members, aliases)
    for link in weak:
        if link.comparison.how != "initial":
            _unite(link, names, result, members, aliases)
    initials = [link for link in weak if link.comparison.how == "initial"]
    fits: dict[int, set[int]] = defaultdict(set)
    for link in initials:
        fits[link.first].add(root(parent, link.second))
        fits[link.second].add(root(parent, link.first))
    for link in initials:
        if max(len(fits[link.first]), len(fits[link.second])) > 1:
            several = Comparison("refused", "initial", "the initial fits several people")
            result.refused.append(Link(link.first, link.second, several))
        else:
            _unite(link, names, result, members, aliases)
    result.refused += [link for link in links if link.comparison.verdict == "refused"]
    result.root = [root(parent, i) for i in range(len(names))]
    return result


def _one_after_all(link: Link, together: Callable[[int, int, str], bool]) -> Link:
    """The link, of a name with and without "Jr." or a first given name, as one person's where the texts do not tell two
    apart."""
    found = link.comparison
    if found.verdict != "refused" or found.how not in _LEFT_OUT:
        return link
    if together(link.first, link.second, found.how):
        return link
    return Link(link.first, link.second, Comparison("same", found.how, _LEFT_OUT[found.how]))


def decide(a: tuple[str, str], b: tuple[str, str], aliases: Aliases | None = None) -> Comparison:
    """What two names of one kind have to do with each other; the alias file outranks everything."""
    if aliases and aliases.group and (reason := aliases.same(a[1], b[1])):
        return Comparison("same", "file", reason)
    if aliases and aliases.apart and (reason := aliases.different(a[1], b[1])):
        return Comparison("different", "file", reason)
    if a[0] == "person" and b[0] == "person":
        return compare(a[1], b[1])
    if canonical := _canonical(*a):
        if canonical == _canonical(*b):
            how = "equal" if a[1] == b[1] else "style" if folded(a[1]) == folded(b[1]) else "alias"
            return Comparison("same", how, f"both name {canonical}")
        if _canonical(*b):
            return Comparison("different", "other", f"{canonical} and {_canonical(*b)} are two")
    if {a[0], b[0]} == {"place", "organization"} and place_named(a[1] if a[0] == "place" else b[1]):
        return Comparison("different", "other", "a place, and a body that is named after it")
    found = compare_things(a[1], b[1])
    if (one := road(a[1])) and (other := road(b[1])) and found.verdict != "same":
        if one_road(one, other):
            return Comparison("same", "number", f"both are road {one.number}")
        return Comparison("different", "other", "two roads")
    if found.verdict == "different" and {a[0], b[0]} <= _SPOTS and _romanized(a[1], b[1]):
        return Comparison("same", "transliteration", "two transliterations of one name")
    return found


def _romanized(one: str, other: str) -> bool:
    """Whether two places that no gazetteer knows differ as transliterations of one name do: al-Ghazza, Ghezza."""
    if " " in one + other or min(len(one), len(other)) < 5 or place_named(one) or place_named(other):
        return False
    names = [folded(name).removeprefix("al-").removeprefix("el-") for name in (one, other)]
    if names[0][0] != names[1][0] or not transliterated(*names) or common_words() & {*names}:
        return False
    from rapidfuzz.distance import OSA  # imported where it is needed: it costs the start

    return OSA.distance(*names) < max(map(len, names)) // 2


def _canonical(kind: str, name: str) -> str | None:
    """The usual name of a known country, place or body."""
    if kind == "country":
        country = country_named(name)
        return country.name if country else None
    if kind == "place":
        return place_named(name)
    if kind == "organization":
        return acronyms().get(name) or (name if name in spelled_out() else None)
    return None


def _proposed(names: Sequence[tuple[str, str]], aliases: Aliases) -> Iterator[tuple[int, int]]:
    """Pairs of names that share a block, each once."""
    blocks: dict[str, list[int]] = defaultdict(list)
    shorts: dict[str, list[int]] = defaultdict(list)
    for index, (kind, name) in enumerate(names):
        if listed := aliases.group.get(folded(name)) if aliases.group else None:
            blocks[f"file {listed[0]}"].append(index)
        for key in dict.fromkeys(_person_keys(name) if kind == "person" else _thing_keys(kind, name)):
            blocks[key].append(index)
        for key in _initials(name):
            shorts[key].append(index)
    seen: set[int] = set()
    for key, block in blocks.items():
        if key in shorts:  # initials meet what they may stand for
            pairs = ((min(i, j), max(i, j)) for i in shorts[key] for j in block[:_CROWD] if i != j)
        elif " initials " in key:
            continue
        else:
            pairs = ((i, j) for at, i in enumerate(block) for j in block[at + 1 : at + _CROWD])
        for i, j in pairs:
            if (number := i * len(names) + j) not in seen:
                seen.add(number)
                yield i, j


def _person_keys(name: str) -> Iterator[str]:
    """The blocks of a person's name: family name by sound, with given name by initial or by what it is a form of."""
    if mixed(name) or len(name) > LONGEST:
        return
    parsed = person_name(name)
    if parsed.single:
        return
    first = parsed.given[0]
    given = folded(first).rstrip(".").split("-")[0]
    families = [sound(family := ARTICLE.sub("", folded(parsed.surname[-1]))), "c " + consonants(family)]
    if parsed.order == "surname first":
        yield f"e {eastern_sound(family)} {eastern_sound(''.join(parsed.given), family)[:1]}"
    if "-" in family:
        families.append(sound(family.rsplit("-", 1)[-1]))
    if len(parsed.surname) > 1 and folded(parsed.surname[0]) not in lore().particles:
        families.append(sound(parsed.surname[0]))
    elif len(parsed.surname) > 1:
        families.append(sound("".join(parsed.surname)))  # De Smet, Desmet
    lines = (
        *map(str, sorted(lore().forms.get(given, _NONE) | lore().short.get(given, _NONE))),
        consonants(given)[:2],
    )
    if with_g(family) != family and lore().romanized(parsed):
        families.append(sound(with_g(family)))
    for key in families:
        yield f"{key} initials {given[:1]}"
        for line in lines:
            yield f"{key} {line}"
    if parsed.order == "given first":  # who goes by the second of two given names
        for name in parsed.given:
            if len(name) > 2:
                yield f"{families[0]} called {folded(name)}"
    if len(given) > 2:
        yield f"{families[0]} … {given[-3:]}"  # a given name cut at its beginning
        yield f"{families[0]} {given[:1]} … {given[-1]}"  # with a slip inside
    if len(family) > 2:
        yield f"{given} ~ {family[:3]}"  # a letter more, less or another one further on
        yield f"{given} ~ … {family[-3:]}"  # the same in front
        yield f"{given} ~ {respelt(family)[:4]}"
    yield f"{given} initials {folded(parsed.surname[0])[:1]}"
    if len(parsed.surname) == 1 and len(parsed.given) > 1 and len(parsed.given[-1]) > 2:
        yield f"{sound(parsed.given[-1])} {lines[-1]}"
    yield " ".join(sorted(map(_spelt, (*parsed.given, *parsed.surname))))


def _spelt(word: str) -> str:
    """What the spellings of one word of a person's name have in common: its line of given names, or its sound."""
    lines = lore().forms.get(folded(word))
    return str(min(lines)) if lines else sound(word)


def _initials(name: str) -> Iterator[str]:
    """The blocks of fuller names that a name made of initials, or with initials for the given name, may stand for."""
    if 3 <= len(name) <= 6 and name.isupper():
        yield f"thing initials {name.lower()}"
    first = name.split(" ", 1)[0]
    if " " in name and (len(first) == 1 or "." in first or (first.isupper() and len(first) < 4)):
        family = folded(name.rsplit(" ", 1)[-1])
        yield f"{sound(family)} initials {folded(first)[:1]}"
    if " " in name and len(name) > 3 and len(name.rsplit(" ", 1)[-1].rstrip(".")) == 1:
        yield f"{folded(first)} initials {folded(name.rsplit(' ', 1)[-1])[:1]}"


def _thing_keys(kind: str, name: str) -> Iterator[str]:
    """The blocks of a thing's name: its telling words by sound, all of them and with one left out, and its initials."""
    if len(name) > 2 * LONGEST:
        return
    group = kind if kind in ("country", "treaty") else "thing"
    if canonical := _canonical(kind, name):
        yield f"= {canonical}"
    if numbered := road(name):
        yield f"road {numbered.number}"
    words = without_forms(telling_words(name))
    if not words:
        return
    if kind in _SPOTS and " " not in name:
        yield f"{group} ~ {loosened(name)}"
    sounds = sorted(map(_block, words))
    yield f"{group} {' '.join(sounds)}"
    if len(words) == 1 or len(words) > 6:
        return
    if words[0] == "saint":
        yield f"{group} saint"
    if len(words) == 2:  # one word equal, the other one written another way
        yield f"{group} {sounds[0]} + {sounds[1][:2]}"
        yield f"{group} {sounds[1]} + {sounds[0][:2]}"
    else:
        for at in range(len(sounds)):
            yield f"{group} {' '.join(sounds[:at] + sounds[at + 1 :])}"
        yield f"{group} initials {''.join(word[0] for word in words)}"
    for size in range(2, min(4, len(words) - 1)):  # "the Metropolitan Police Department" of Las Brisas
        if names_place(" ".join(name.split()[:size])) or words[0] in _OPEN_PLACES:
            yield f"{group} {' '.join(sorted(map(_block, words[size:])))}"
    if kind == "treaty":
        yield f"treaty {words[0]} {words[1]}"
    elif not is_generic(words[-1]):
        yield f"{group} last {words[-1]} {words[0][:1]}"


_OPEN_PLACES = frozenset(("las", "los", "san", "santa", "saint", "new", "fort", "port", "el", "la"))


def _block(word: str) -> str:
    """What a word is filed under: by its consonants when it has enough of them to tell."""
    if len(word) < 5:
        return _DOUBLED.sub(r"\1", word)
    key = consonants(word)
    return key if len(key) > 3 else sound(word)


def _forms(link: Link, names: Sequence[tuple[str, str]], i: int, j: int) -> bool:
    """Whether two names that are no forms of each other are forms of a third: Rik and Henri, of Hendrik."""
    if link.comparison.how not in _FORMS:
        return False
    ends = (names[link.first], names[link.second])
    return any(
        all(decide(name, end).how in (*_FORMS, "equal", "style") for name in (names[i], names[j]))
        for end in ends
    )


def _unite(
    link: Link,
    names: Sequence[tuple[str, str]],
    result: Clusters,
    members: dict[int, list[int]],
    aliases: Aliases,
) -> None:
    """Joins two clusters unless a name of one is certainly not a name of the other."""
    parent = result.root
    a, b = root(parent, link.first), root(parent, link.second)
    if a == b:
        return
    ours, theirs = members.get(a, [a]), members.get(b, [b])
    for i in ours[:8]:
        for j in theirs[:8]:
            if (i, j) == (link.first, link.second) or names[i][0] not in _CHECKED:
                continue
            found = decide(names[i], names[j], aliases)
            if found.how in ("ending", "plural"):
                return  # a shorter name or initials that fit both do not make one of them
            if names[i][0] == "person" and found.verdict == "different" and not _forms(link, names, i, j):
                result.refused.append(Link(link.first, link.second, Comparison("refused", link.comparison.how, f"“{names[i][1]}” and “{names[j][1]}” are two: {found.reason}")))  # fmt: skip
                return
    low, high = min(a, b), max(a, b)
    parent[high] = low
    members[low] = [*ours, *theirs]
    result.merged.append(link)
