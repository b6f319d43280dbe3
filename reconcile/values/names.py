"""Names of persons with their structure, and what two of them have to do with each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reconcile.values.regex import regex
from reconcile.values.romanization import folded, sound

_SUFFIXES = {
    "jr": "Jr",
    "junior": "Jr",
    "sr": "Sr",
    "senior": "Sr",
    "ii": "II",
    "iii": "III",
    "iv": "IV",
    "v": "V",
}
# Family names that come from another script: Slavic, Armenian, Georgian, Persian, Greek, Arabic endings and digraphs.
_ROMANIZED = regex(
    r"(?:[oe]va?|enko|chuk|v[iy]ch|chko|shko|[cs]k(?:y|yy|ii|iy|yi|aya)|yuk|y[ae]n|iants?|ian|shvili|adze|zadeh|zada|pour|poulos|akis|idis|oğlu|y[iy]?)$"
    r"|kh|zh|gh(?=[aeiou])|dh|ou(?=[a-z]*[iaz]$)|^(?:al|el|abu|abd|ibn|bin)(?:-|$)|q(?!u)|'|vandi|zai$|ullah|uddin|ahmad"
)
# The same, without the endings that names of Latin letters have too: Batey, O'Neal.
_OTHER_SCRIPT = regex(
    r"(?:[oe]va?|[aeiou]v|enko|chuk|v[iy]ch|chko|shko|[cs]k(?:y|yy|ii|iy|yi|aya)|yuk|y[ae]n|iants?|shvili|adze|zadeh|zada|pour|poulos|akis|idis|oğlu)$"
    r"|kh|zh|gh(?=[aeiou])|dh|ou(?=[a-z]*[iaz]$)|^(?:al|el|abu|abd|ibn|bin)(?:-|$)|q(?!u)|vandi|zai$|ullah|uddin|a[ha]m[ae]d|aa|oud|aw[iy]$"
)
ARTICLE = regex(
    r"\b(?:al|el|a[dnrstz]|ash)-(?=\w)"
)  # as Arabic puts it before a folded name: al-Bab, ar-Rutba
_LIKE = str.maketrans("gqcb", "kkkv")
_LOOSE = regex(r"[aeiouyh'-]|(.)(?=\1)")
LONGEST = 120  # characters; what is longer is no name


class PersonName(NamedTuple):
    """A person's name in parts. `order` is "given first" or "surname first", as written.

    `given` holds given names, middle names and initials; a name of one word has it in `surname`, with `single` set.
    """

    written: str
    given: tuple[str, ...] = ()
    surname: tuple[str, ...] = ()
    suffix: str = ""
    nickname: str = ""
    order: str = "given first"
    culture: str = ""
    single: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lore:
    """What is known about names beforehand. All in lower case, without marks (see `folded`)."""

    given: frozenset[str] = frozenset()
    surnames_first: Mapping[str, frozenset[str]] = field(default_factory=dict)
    particles: frozenset[str] = frozenset()
    forms: Mapping[str, frozenset[int]] = field(default_factory=dict)  # given name: the lines it is a form of
    short: Mapping[str, frozenset[int]] = field(default_factory=dict)  # nickname: the lines it is short for
    own: frozenset[str] = frozenset()  # forms that are names apart although a line holds both
    initials: Callable[[str], frozenset[str]] = lambda given: frozenset(given[:1])  # "ted" may be an E.
    romanized_given: Callable[[str], bool] = lambda given: False

    def equivalent(self, a: str, b: str) -> str:
        """How two given names (folded) are one: "form", "transliteration", "nickname", empty when they are not."""
        none: frozenset[int] = frozenset()
        if self.forms.get(a, none) & self.forms.get(b, none):
            if a in self.own and b in self.own:
                return ""
            romanized = sound(a) == sound(b) or (self.romanized_given(a) and self.romanized_given(b))
            return "transliteration" if romanized else "form"
        if self.forms.get(a, none) & self.short.get(b, none) or self.short.get(a, none) & self.forms.get(
            b, none
        ):
            return "nickname"
        return ""

    def apart(self, a: str, b: str) -> bool:
        """Whether two given names are names apart although one line holds both."""
        return a in self.own and b in self.own

    def romanized(self, name: PersonName) -> bool:
        """Whether the name is one that another script writes at home, so that its spelling in Latin letters varies."""
        words = [folded(word) for word in (*name.given, *name.surname)]
        return any(map(self.romanized_given, words)) or any(
            _ROMANIZED.search(folded(word)) for word in name.surname
        )


def at_home_in_latin(name: PersonName, lore: Lore) -> bool:
    """Whether nothing about a name says that another script writes it at home: then it has one right spelling."""
    words = [folded(word) for word in (*name.given, *name.surname)]
    if name.order != "given first" or name.culture or any(map(lore.romanized_given, words)):
        return False
    return not any(map(_OTHER_SCRIPT.search, words))


def transliterated(a: str, b: str) -> bool:
    """Whether two words come from another script and differ as transliterations do: in vowels, h, doubled letters."""
    words = [folded(word) for word in (a, b)]
    if not any(_ROMANIZED.search(word) for word in words):
        return False
    return len(set(map(loosened, words))) == 1


def loosened(word: str) -> str:
    """A word as transliterations of it agree on: without vowels, h, doubled letters and the article in front."""
    plain = folded(word).removeprefix("al-").removeprefix("el-")
    return _LOOSE.sub("", plain).translate(_LIKE)


# A syllable as Pinyin, Wade-Giles and the romanizations of Korean write it.
_SYLLABLE = (
    r"(?:zh|ch|sh|ts|tz|hs|kk|tt|pp|ss|jj|[bpmfdtnlgkhjqxrzcsyw])?'?(?:[aeiouüwy]|eo|eu|ae|yeo|wo|oo|ee|ou|ia|iu)"
    r"[aeiou]{0,2}(?:ng|nh|n|k|l|p|t|m|g|b|h)?"
)
_EASTERN = regex(rf"(?:{_SYLLABLE}){{1,2}}\Z")


def looks_eastern(word: str) -> bool:
    """Whether a folded word can be one or two syllables of a romanized Chinese or Korean given name."""
    return len(word) <= 12 and all(_EASTERN.match(part) for part in word.replace("'", "-").split("-") if part)


def parse_name(written: str, lore: Lore) -> PersonName:
    """The parts of a person's name. Honorifics must be off; titles are no names."""
    nickname = ""
    text = " ".join(written[:LONGEST].split())
    if (
        (quoted := re.search(r"[\"“‘'(]([^\"”’')]{2,20})[\"”’')]", text))
        and quoted.start() > 0
        and text[quoted.start() - 1] == " "
    ):
        nickname = quoted.group(1)
        text = " ".join((text[: quoted.start()] + text[quoted.end() :]).split())
    if (
        text.count(",") == 1
        and (head := text.partition(","))
        and folded(head[2].strip().rstrip(".")) not in _SUFFIXES
    ):
        text, comma = f"{head[2].strip()} {head[0].strip()}", True
        surname_words = len(head[0].split())
    else:
        text, comma, surname_words = text.replace(",", " "), False, 0
    words = text.split()
    suffix = ""
    while len(words) > 1 and (found := _SUFFIXES.get(folded(words[-1]).rstrip("."))):
        suffix = found
        words.pop()
    if len(words) == 1:
        return PersonName(written, (), (words[0],), suffix, nickname, single=True)
    if comma:
        return PersonName(
            written, tuple(words[:-surname_words]), tuple(words[-surname_words:]), suffix, nickname
        )
    if culture := _surname_first(words, lore):
        return PersonName(written, tuple(words[1:]), (words[0],), suffix, nickname, "surname first", culture)
    cut = len(words) - 1
    while cut > 1 and folded(words[cut - 1]) in lore.particles:
        cut -= 1
    return PersonName(written, tuple(words[:cut]), tuple(words[cut:]), suffix, nickname)


def _surname_first(words: list[str], lore: Lore) -> str:
    """The culture that puts the first of `words` first as a family name, empty when none does."""
    first, second = folded(words[0]), folded(words[1])
    if len(words) > 4 or "." in words[0]:
        return ""
    for culture, surnames in lore.surnames_first.items():
        if first not in surnames:
            continue
        if culture == "hungarian":
            if (
                second in lore.given
                and len(words) <= 3
                and (first not in lore.given or folded(words[-1]) not in surnames)
            ):
                return culture if first not in lore.given else ""
        elif culture == "vietnamese":
            if len(words) >= 3 or second not in lore.given:
                return culture
        elif all(looks_eastern(folded(word)) for word in words[1:]) and (
            first not in lore.given or second not in lore.given
        ):
            return culture
    return ""
