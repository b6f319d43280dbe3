"""Whether two written names can be one person's: same, different, or refused, with the reason in words."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from reconcile.values.keystrokes import one_keystroke
from reconcile.values.names import ARTICLE, LONGEST, Lore, PersonName, loosened, parse_name
from reconcile.values.romanization import (
    consonants,
    eastern_sound,
    folded,
    latin,
    mixed,
    scripts,
    sound,
    spellings,
    with_g,
)


class Comparison(NamedTuple):
    """The verdict on two names. `how` is one word for the reason, which says it in a sentence.

    `how`: equal, style (marks, case, hyphens, script), order, initial, middle, nickname, form (of another language),
    transliteration, short (a bare family name), second (of two given names), suffix, number (of a road), slip (one letter apart), other, mixed, long, script.
    """

    verdict: Literal["same", "different", "refused"]
    how: str
    reason: str


def compare_names(a: str, b: str, lore: Lore) -> Comparison:
    """Whether two person names can be one person's. Symmetric. Refused: the names alone do not decide."""
    if len(a) > LONGEST or len(b) > LONGEST:
        return Comparison("refused", "long", f"a name of more than {LONGEST} characters is none")
    if mixed(a) or mixed(b):
        odd = a if mixed(a) else b
        return Comparison("refused", "mixed", f"“{odd}” mixes letters of two scripts that look alike")
    if folded(a) == folded(b):
        how = "equal" if a == b else "style"
        return Comparison(
            "same", how, "the same letters" if a == b else "the same letters, marks and case aside"
        )
    if latin(a) is None or latin(b) is None:
        if scripts(a) == scripts(b):
            return Comparison("different", "other", "other characters of one script")
        return Comparison("refused", "script", "written in a script that letters alone do not romanize")
    return _compare(parse_name(_latinized(a), lore), parse_name(_latinized(b), lore), lore)


def _latinized(name: str) -> str:
    """The name in Latin letters; Hangul is split after the family name, which is its first syllable."""
    if scripts(name) == {"HANGUL"} and " " not in name and 2 <= len(name) <= 4:
        name = f"{name[0]} {name[1:]}"
    return name if scripts(name) <= {"LATIN"} else (latin(name) or name).title()


def _compare(a: PersonName, b: PersonName, lore: Lore) -> Comparison:
    if a.single or b.single:
        return _bare(a, b)
    straight = _ordered(a, b, lore)
    if straight.verdict == "same":
        return straight
    turned = _turned(a, b, lore) or _turned(b, a, lore)
    return turned or straight


def _turned(a: PersonName, b: PersonName, lore: Lore) -> Comparison | None:
    """The two names with one of them read family name first (or last), when that makes them equal."""
    words = (*a.given, *a.surname) if a.order == "given first" else (*a.surname, *a.given)
    if a.order == "given first" and len(words) > 1 and (len(words) == 2 or len(a.given) == 2):
        other = PersonName(a.written, words[1:], words[:1], a.suffix, a.nickname, "surname first", b.culture)
    elif a.order == "surname first":
        other = PersonName(a.written, words[:-1], words[-1:], a.suffix, a.nickname, "given first")
    else:
        return None
    turned = (*b.given, *b.surname)
    if {folded(w) for w in words} != {folded(w) for w in turned} and not (
        len(words) == len(turned) == 2
        and lore.romanized(a)
        and lore.romanized(b)
        and all(
            _one_word(x, y, lore) for x, y in zip(map(folded, words), map(folded, turned[::-1]), strict=True)
        )
    ):
        return None
    found = _ordered(other, b, lore)
    if found.verdict != "same":
        return None
    return Comparison("same", "order", "the same words, family name first in one and last in the other")


def _one_word(a: str, b: str, lore: Lore) -> bool:
    """Whether two folded words of names are spellings of one."""
    return sound(a) == sound(b) or lore.equivalent(a, b) == "transliteration"


def _bare(a: PersonName, b: PersonName) -> Comparison:
    bare, full = (a, b) if a.single else (b, a)
    word = folded(bare.surname[0])
    if full.single:
        if sound(word) == sound(full.surname[0]) and len(word) > 3:
            return Comparison("refused", "short", "two single names that sound alike")
        if _slip(word, folded(full.surname[0])):
            return Comparison("refused", "slip", "one letter apart: a slip or another name")
        return Comparison("different", "other", "two single names, not alike")
    if word in {folded(w) for w in full.surname} or word == folded(" ".join(full.surname)):
        return Comparison("refused", "short", f"“{bare.written}” alone fits anyone of that family name")
    if word in {folded(w) for w in full.given}:
        return Comparison("refused", "short", f"“{bare.written}” alone fits anyone of that given name")
    if any(sound(word) == sound(w) for w in full.surname) and len(word) > 3:
        return Comparison(
            "refused", "short", f"“{bare.written}” sounds like the family name, and stands alone"
        )
    return Comparison("different", "other", f"“{bare.written}” is no part of the other name")


def _ordered(a: PersonName, b: PersonName, lore: Lore) -> Comparison:
    family = _family(a, b, lore)
    if family.verdict == "different":
        return family
    given = _given(a, b, lore)
    if given.verdict == "different":
        return given
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return Comparison("different", "suffix", f"{a.suffix} and {b.suffix} are two generations")
    if "refused" in (family.verdict, given.verdict):
        return family if family.verdict == "refused" else given
    if bool(a.suffix) != bool(b.suffix) and "III" not in (a.suffix, b.suffix):
        return Comparison(
            "refused", "suffix", f"{a.suffix or b.suffix} stands in one only: father and son share a name"
        )
    if a.order != b.order:
        return Comparison("same", "order", "the family name stands first in one and last in the other")
    rank = ("equal", "style", "initial", "middle", "nickname", "form", "transliteration")
    return max(family, given, key=lambda c: rank.index(c.how))


def _family(a: PersonName, b: PersonName, lore: Lore) -> Comparison:
    ours, theirs = _joined(a.surname), _joined(b.surname)
    if ours != theirs and (found := _without_article(a, b)):
        return _family(*found, lore)
    if ours == theirs:
        written = [" ".join(map(folded, n.surname)).replace("\u2019", "'") for n in (a, b)]
        if written[0] != written[1] and "-" not in a.written + b.written:
            return Comparison("same", "style", "one family name, written as one word and apart")
        return Comparison("same", "equal", "the same family name")
    if len(a.surname) == len(b.surname) == 1 and spellings(a.surname[0]) & spellings(b.surname[0]):
        return Comparison("same", "style", "the same family name, marks on letters written out")
    bare = [[folded(w) for w in n.surname if folded(w) not in lore.particles] for n in (a, b)]
    if _joined(bare[0]) == _joined(bare[1]):
        return Comparison("same", "style", "the same family name, its particle aside")
    parts = [set(re.split(r"[ -]", " ".join(map(folded, n.surname)))) - lore.particles for n in (a, b)]
    middle = [{folded(g) for g in n.given[1:]} for n in (a, b)]
    if parts[0] & parts[1] and (
        (parts[0] <= parts[1] | middle[1] and parts[1] <= parts[0] | middle[0])
        or len(parts[0]) != len(parts[1])
    ):
        return Comparison("same", "middle", "one gives one of two family names")
    # A Spanish or Portuguese name said with the first of two family names: the other stands as a middle name.
    for one, other in ((a, b), (b, a)):
        if len(one.given) < 2 or len(other.given) != 1 or _joined(other.surname) != folded(one.given[-1]):
            continue
        if folded(one.given[0]) == folded(other.given[0]) and folded(one.given[-1]) not in lore.given:
            return Comparison("same", "middle", "one gives the first of two family names")
    if 1 in (len(ours), len(theirs)) and folded(a.given[0]) == folded(b.given[0]) and ours[:1] == theirs[:1]:
        return Comparison("same", "initial", "one gives only the initial of the family name")
    if _asian(a, b):
        if eastern_sound(ours) == eastern_sound(theirs):
            return Comparison("same", "transliteration", "two romanizations of one family name")
        return Comparison("different", "other", "other family names")
    if len(ours) > 4 and _feminine(ours) == _feminine(theirs):
        return Comparison("same", "style", "the masculine and the feminine form of one family name")
    short, long = sorted((ours, theirs), key=len)
    if len(short) > 3 and long.startswith(short) and long[len(short) :] in _ENDINGS:
        return Comparison("same", "style", "one family name with and without its Slavic ending")
    if _one_word(ours, theirs, lore) and (lore.romanized(a) or lore.romanized(b)):
        return Comparison("same", "transliteration", "two transliterations of one family name")
    if (
        len(consonants(ours)) > 2
        and consonants(ours) == consonants(theirs)
        and _near(ours, theirs, 3)
        and (lore.romanized(a) or lore.romanized(b))
    ):
        return Comparison("same", "transliteration", "two transliterations of one family name")
    if (
        sound(with_g(ours)) == sound(with_g(theirs))
        and min(len(ours), len(theirs)) > 4
        and lore.romanized(a)
        and lore.romanized(b)
    ):
        return Comparison(
            "same", "transliteration", "one family name in a Ukrainian and a Russian transliteration"
        )
    if _slip(ours, theirs):
        return Comparison(
            "refused", "slip", "the family names are one letter apart: a slip or another person"
        )
    if sound(ours) == sound(theirs):
        return Comparison("refused", "slip", "the family names sound alike: a slip or another person")
    vowels = consonants(ours) == consonants(theirs) and min(len(ours), len(theirs)) > 3
    if vowels and ours[-1] == theirs[-1] and _near(ours, theirs, 2):
        return Comparison("refused", "slip", "the family names differ in vowels: a slip or another person")
    return Comparison("different", "other", "other family names")


def _without_article(a: PersonName, b: PersonName) -> tuple[PersonName, PersonName] | None:
    """Two names of which one family name has the Arabic article, without it: al-Masri, Masri."""
    cut = [[ARTICLE.sub("", folded(w)) for w in name.surname] for name in (a, b)]
    named = [[folded(w) for w in name.surname] for name in (a, b)]
    if (cut[0] == named[0]) == (cut[1] == named[1]):
        return None
    return a._replace(surname=tuple(cut[0])), b._replace(surname=tuple(cut[1]))


def _given(a: PersonName, b: PersonName, lore: Lore) -> Comparison:
    if _asian(a, b):
        ours, theirs = _joined(a.given), _joined(b.given)
        if ours == theirs:
            how = "equal" if a.given == b.given else "style"
            return Comparison("same", how, "the same given name, joined, hyphenated or apart")
        if eastern_sound(ours, "".join(a.surname)) == eastern_sound(
            theirs, "".join(b.surname)
        ) and _styles_differ(a, b):
            return Comparison("same", "transliteration", "two romanizations of one given name")
        return Comparison("different", "other", "other given names")
    return _given_parts(a, b, _initials_apart(a), _initials_apart(b), lore)


def _given_parts(a: PersonName, b: PersonName, ours: list[str], theirs: list[str], lore: Lore) -> Comparison:
    if ours == theirs and bool(a.nickname) != bool(b.nickname):
        return Comparison("same", "middle", f"one gives the nickname “{a.nickname or b.nickname}”")
    if ours == theirs or _joined(ours) == _joined(theirs):
        return Comparison("same", "equal" if ours == theirs else "style", "the same given names")
    if a.nickname or b.nickname:
        for one, other in ((a, theirs), (b, ours)):
            if one.nickname and folded(one.nickname).replace(".", "") == "".join(other):
                return Comparison("same", "nickname", f"“{one.nickname}” is given as the nickname")
    romanized = lore.romanized(a) or lore.romanized(b)
    first = _one_given(ours[0], theirs[0], lore, romanized)
    if first.verdict != "same" and spellings(a.given[0]) & spellings(b.given[0]):
        first = Comparison("same", "style", "the same given name, marks on letters written out")
    if first.verdict == "same":
        rest = _middle(ours[1:], theirs[1:], lore, romanized)
        return (
            first if rest is None else rest if rest.verdict == "different" or first.how == "equal" else first
        )
    short, long = sorted((ours, theirs), key=len)
    if len(short) == 1 and len(long) > 1:
        if short[0] == "".join(g[0] for g in long) and 2 <= len(short[0]) <= 3:
            return Comparison("same", "initial", f"{short[0].upper()} are the initials")
        if short[0] in long[1:] and len(short[0]) > 1:
            return Comparison("refused", "second", "one goes by what is the other's middle name")
    return first


def _initials_apart(name: PersonName) -> list[str]:
    """The folded given names, with "A.J." and "AJ" as two initials."""
    parts: list[str] = []
    for given in name.given:
        if "." in given:
            parts += [p for p in folded(given).split(".") if p]
        elif given.isupper() and 2 <= len(given) <= 3 and not name.surname[-1].isupper():
            parts += folded(given)
        else:
            parts.append(folded(given))
    return parts


def _one_given(a: str, b: str, lore: Lore, romanized: bool) -> Comparison:
    if a == b:
        return Comparison("same", "equal", "the same given name")
    if len(a) == 1 or len(b) == 1:
        letter, given = sorted((a, b), key=len)
        if letter == given[0] or letter in lore.initials(given):
            return Comparison("same", "initial", "one gives the initial")
        return Comparison("different", "other", "other initials")
    if found := lore.equivalent(a, b):
        words = {
            "nickname": "a short form",
            "form": "the form of another language",
            "transliteration": "another transliteration",
        }
        return Comparison(
            "same", found, f"“{a.title()}” and “{b.title()}” are one given name: {words[found]}"
        )
    if (sound(a) == sound(b) and one_keystroke(a, b) and a[-1:] == b[-1:]) or {a + "h", b + "h"} & {a, b}:
        return Comparison("same", "transliteration", "two spellings of one given name")
    short, long = sorted((a, b), key=len)
    if long.endswith(short) and len(long) > len(short) + 1 and len(short) > 2 and short not in lore.forms:
        return Comparison("same", "nickname", f"“{short.title()}” is the end of “{long.title()}”")
    if {a, b} <= lore.given or lore.apart(a, b):
        return Comparison("different", "other", "other given names")
    if short not in lore.given and short not in lore.short and _shortened(short, long):
        return Comparison("same", "nickname", f"“{short.title()}” is short for “{long.title()}”")
    if sound(a) == sound(b) or (
        romanized and len(consonants(a)) > 2 and consonants(a) == consonants(b) and _near(a, b, 2)
    ):
        return Comparison("same", "transliteration", "two spellings of one given name")
    if a.replace("-", "") == b.replace("-", ""):
        return Comparison("same", "style", "the same given name")
    if "-" in a + b and (a.split("-")[0] == b or b.split("-")[0] == a):
        return Comparison("same", "middle", "one gives the first of two given names")
    if a.replace("j", "y") == b.replace("j", "y"):
        return Comparison("same", "style", "the same given name, with the j of one language as a y")
    if _slip(a, b):
        return Comparison("refused", "slip", "the given names are one letter apart: a slip or another person")
    return Comparison("different", "other", "other given names")


def _shortened(short: str, long: str) -> bool:
    """Whether a given name is the beginning of the other, as it stands or with the ending of a pet name."""
    if len(long) < len(short) + 2:
        return False
    stem = re.sub(r"(?:ie|ey|y|i)\Z", "", short)
    stems = {short, stem, stem[:-1] if stem[-2:-1] == stem[-1:] else stem}
    return any(len(kept) > 2 and long.startswith(kept) for kept in stems)


def _middle(a: list[str], b: list[str], lore: Lore, romanized: bool) -> Comparison | None:
    if not a and not b:
        return None
    if not a or not b:
        return Comparison("same", "middle", "one leaves out the middle name")
    for one, other in zip(a, b, strict=False):
        if one != other and one[0] == other[0] and 1 in (len(one), len(other)):
            continue
        if one == other or lore.equivalent(one, other) or sound(one) == sound(other):
            continue
        if romanized and min(len(one), len(other)) > 2 and loosened(one) == loosened(other):
            continue  # Abdul Ilah, Abdel Elah
        if max(map(len, a)) > 1 and max(map(len, b)) > 1 and (set(a) <= set(b) or set(b) <= set(a)):
            return Comparison("same", "middle", "one leaves out a middle name")
        if set(a) & set(b):
            return Comparison(
                "refused", "middle", "one middle name of several is the same: father and son, or one person"
            )
        return Comparison("different", "other", "other middle names")
    return Comparison("same", "initial", "one gives the middle initial") if a != b else None


def _asian(a: PersonName, b: PersonName) -> bool:
    return a.order == b.order == "surname first" and "hungarian" not in (a.culture, b.culture)


def _styles_differ(a: PersonName, b: PersonName) -> bool:
    """Whether the names follow two styles of romanization; two names in one style that differ are two names."""
    if "vietnamese" in (a.culture, b.culture):
        return False
    if "korean" in (a.culture, b.culture) and eastern_sound("".join(a.surname)) == eastern_sound(
        "".join(b.surname)
    ):
        return True
    return any("-" in g or "'" in folded(g) for n in (a, b) for g in n.given) or a.surname != b.surname


def _joined(parts: tuple[str, ...] | list[str]) -> str:
    return re.sub(r"[-' .]", "", folded("".join(parts)))


# Novák and Nováková; Sadyk and Sadykova: a wife's form, or one dropped from a name of Central Asia.
_ENDINGS = frozenset({"ova", "eva", "ov", "ev"})


def _feminine(surname: str) -> str:
    """A Slavic family name in its masculine form."""
    return re.sub(r"(?<=ov|ev|in|yn)a$|(?<=sk)aya$|(?<=ck)a$|(?<=ov|ev)á$", "", surname)


def _near(a: str, b: str, most: int) -> bool:
    from rapidfuzz.distance import OSA  # imported where it is needed: it costs the start 15 ms

    return OSA.distance(a, b, score_cutoff=most) <= most


def _slip(a: str, b: str) -> bool:
    """Whether the words are one keystroke apart: a letter added, dropped, changed, or two letters turned round."""
    return min(len(a), len(b)) > 3 and one_keystroke(a, b)
