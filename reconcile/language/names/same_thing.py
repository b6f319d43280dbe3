"""Whether two names of a body, a place, a work or a treaty can name one thing, with the reason in words."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from reconcile.language.names.gazetteer import given_names, name_set, names_place, place_named
from reconcile.language.names.lore import lore
from reconcile.lexicon import words
from reconcile.values.keystrokes import one_keystroke
from reconcile.values.names import ARTICLE, transliterated
from reconcile.values.regex import regex
from reconcile.values.romanization import consonants, folded, mixed, sound, spellings
from reconcile.values.same_name import Comparison

_WORD = regex(r"[^\W_]+(?:['.][^\W_]+)*")
_ACTING = regex(r"(?:ing|s)$")
_DOER = regex(r"(?:er|or)$")
_DOUBLED = regex(r"([^\W\d_])\1")


@cache
def _renderings() -> tuple[dict[str, str], dict[str, str]]:
    """From words of other languages, and from short forms, to the English word."""
    foreign: dict[str, str] = {}
    short: dict[str, str] = {}
    for line in words("name_renderings"):
        full, _, brief = line.partition("|")
        first = folded(full.split()[0])
        foreign.update(dict.fromkeys(map(folded, full.split()), first))
        for word in map(folded, brief.split()):
            short.setdefault(word, first)
    return foreign, short


def _plain(word: str) -> str:
    """The word without a possessive ending and a stop, spelled out when it is an abbreviation."""
    bare = word.removesuffix("'s").rstrip(".")
    return _renderings()[1].get(bare, bare)


def _plain_words(name: str) -> list[str]:
    """The folded words of a name, abbreviations spelled out: "St" is a saint in front, and a street elsewhere."""
    found = [_plain(word) for word in _WORD.findall(folded(name))]
    if found and found[0] == "street":
        found[0] = "saint"
    return found


@lru_cache(maxsize=65536)
def telling_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, small words off, renderings of one word made one."""
    found = _plain_words(name.replace("/", ""))
    if len(found) > 1 and found[0] in name_set("ship_prefixes"):
        del found[0]
    return tuple(_renderings()[0].get(w, w) for w in found if w not in name_set("small_in_names"))


def without_forms(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without legal forms of companies; all of them when nothing else is there."""
    return tuple(word for word in words if word not in name_set("company_forms")) or words


def is_generic(word: str) -> bool:
    """Whether a word tells what kind of thing is named, not which one."""
    return word in name_set("generic_in_names")


_ARABIC = regex(r"[ae]h?\Z")  # Zawiya, Zawiyah, Zawiyeh


def compare_things(a: str, b: str) -> Comparison:
    """Whether two names can name one thing. Symmetric; refused where the words alone do not decide."""
    if mixed(a) or mixed(b):
        return Comparison(
            "refused", "mixed", f"“{a if mixed(a) else b}” mixes letters of two scripts that look alike"
        )
    if a == b:
        return Comparison("same", "equal", "the same words")
    bare = [ARTICLE.sub("", name.lower()) if "-" in name else name for name in (a, b)]
    if bare != [a, b] and compare_things(*bare).verdict == "same":
        return Comparison(
            "same", "style", "one name, with and without the Arabic article or otherwise spelled"
        )
    if folded(a) != folded(b) and spellings(a) & spellings(b):
        return Comparison("same", "style", "the same words, marks on letters written out")
    ours, theirs = telling_words(a), telling_words(b)
    if not ours or not theirs:
        return Comparison("refused", "short", "no telling word")
    if ours == theirs:
        plain = [_letters(name) for name in (a, b)]
        if why := _otherwise_linked(*plain) or _otherwise_owned(a, b):
            return Comparison("refused", "ending", why)
        if plain[0] == plain[1]:
            shown = [unicodedata.normalize("NFC", name).lower().replace("’", "'") for name in (a, b)]
            how = "style" if folded(shown[0]) == folded(shown[1]) and shown[0] != shown[1] else "equal"
            return Comparison("same", how, "the same words, case, marks and abbreviations aside")
        how = "translation" if _rendered(a, b) else "style"
        return Comparison("same", how, "the same words, small words and spelling aside")
    if sorted(ours) == sorted(theirs):
        if all("-" in name and " " not in name for name in (a, b)) and not any(
            map(names_place, a.split("-"))
        ):
            return Comparison("refused", "ending", "the two parts are turned round: a slip or another thing")
        how = "translation" if _rendered(a, b) else "order"
        return Comparison("same", how, "the same telling words in another order")
    if len(ours) == len(theirs) and (len(ours) < 3 or len({*ours} & {*theirs}) >= len(ours) - 2):
        if found := _word_by_word(ours, theirs):
            return found
        if found := _word_by_word(tuple(sorted(ours)), tuple(sorted(theirs))):
            return found
    if "".join(ours) == "".join(theirs) and {*ours} & {*theirs}:
        return Comparison("same", "style", "the same words, two of them written as one or apart")
    one, other = sorted((folded(a), folded(b)), key=len)
    if other.endswith((f" of {one.removeprefix('the ')}", f" of the {one.removeprefix('the ')}")):
        return Comparison("refused", "short", "one is a part of the other")
    return _shorter(ours, theirs)


def _otherwise_linked(a: list[str], b: list[str]) -> str:
    """How two names differ in "of" and "for" alone, empty when they do not; a ministry's is a matter of translation."""
    apart = [{x, y} for x, y in zip(a, b, strict=False) if x != y]
    linked = len(a) == len(b) and apart and all(pair == {"of", "for"} for pair in apart)
    if not linked or not name_set("portfolio_heads").isdisjoint(a):
        return ""
    return "one name has “of” and the other “for”: a slip or another body"


def _otherwise_owned(a: str, b: str) -> str:
    """How two names differ in the possessive of a word inside, empty when they do not: St. Clare Parish, St. Clare's."""
    ours, theirs = (_WORD.findall(folded(name).removeprefix("the ")) for name in (a, b))
    if len(ours) != len(theirs) or "'s" not in folded(a + b):
        return ""
    apart = [(x, y) for x, y in zip(ours[:-1], theirs[:-1], strict=True) if x != y]
    owned = [(x, y) for x, y in apart if f"{x}'s" == y or f"{y}'s" == x]
    if not owned or owned != apart or ours[-1] != theirs[-1]:
        return ""
    return f"“{owned[0][0]}” and “{owned[0][1]}” differ in the possessive: a slip or another thing"


def _letters(name: str) -> list[str]:
    return [word for word in _plain_words(name) if word != "the"]


def _rendered(a: str, b: str) -> bool:
    """Whether a word of one name stands in the other in another language's form."""
    foreign = _renderings()[0]
    ours, theirs = ({*_letters(name)} - name_set("small_in_names") for name in (a, b))
    return any(
        word in foreign and foreign[word] in {foreign.get(o) for o in theirs} for word in ours - theirs
    )


def _word_by_word(a: tuple[str, ...], b: tuple[str, ...]) -> Comparison | None:
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(apart) > 1 and len(apart) == len(a) and not all(_cognate(x, y) for x, y in apart):
        return None
    if len(apart) == 1:
        x, y = apart[0]
        if x.rstrip("s") == y.rstrip("s") and len(a) > 1:
            return Comparison(
                "refused", "plural", f"“{x}” and “{y}” differ in number: a slip or another body"
            )
        if len(a) > 1 and (why := _other_ending(x, y) or (len(a) > 2 and _other_class(x, y, a))):
            return Comparison("refused", "ending", f"“{x}” and “{y}” {why}: a slip or another thing")
        if len(a) > 1 and _cognate(x, y):
            return Comparison("same", "translation", f"“{x}” and “{y}” are one word in two languages")
        arabic = "h" in (x[-1], y[-1]) and _ARABIC.sub("", x) == _ARABIC.sub("", y)
        if len(a) == 1 and min(len(x), len(y)) > 4 and arabic:
            return Comparison("same", "transliteration", f"“{x}” and “{y}” are transliterations of one name")
        if len(a) > 1 and lore().equivalent(x, y) == "transliteration":
            return Comparison("same", "transliteration", f"“{x}” and “{y}” are one given name")
        if (
            x[:1] == y[:1]
            and _DOUBLED.sub(r"\1", x) == _DOUBLED.sub(r"\1", y)
            and not (_known(x) or _known(y))
        ):
            return Comparison("same", "transliteration", f"“{x}” and “{y}” are spellings of one word")
        if a[0] == b[0] == "saint" and lore().equivalent(x, y):
            return Comparison("same", "translation", f"“{x}” and “{y}” are one saint's name in two languages")
        if min(len(x), len(y)) > 5 and one_keystroke(x, y) and _coined(x, y, a):
            return Comparison("refused", "ending", f"“{x}” and “{y}” are one letter apart in a coined name")
        if min(len(x), len(y)) > 4 and sound(x) == sound(y):
            return Comparison("same", "transliteration", f"“{x}” and “{y}” are transliterations of one word")
        vowel = consonants(x) == consonants(y) and len(consonants(x)) > 3 and one_keystroke(x, y)
        if len(a) == 1 and vowel and not (_known(x) or _known(y)):
            return Comparison("same", "transliteration", f"“{x}” and “{y}” differ by a vowel")
        if (
            min(len(x), len(y)) > 4
            and one_keystroke(x, y)
            and not (x in name_set("generic_in_names") or y in name_set("generic_in_names"))
        ):
            return Comparison(
                "refused", "slip", f"“{x}” and “{y}” are one letter apart: a slip or another thing"
            )
        return None
    if apart and all(_cognate(x, y) for x, y in apart):
        return Comparison("same", "translation", "the same words in two languages")
    return None


def _coined(x: str, y: str, name: tuple[str, ...]) -> bool:
    """Whether two words are letters apart in the coined name of a company: Brightkeel and Brightkeal Systems."""
    return not transliterated(x, y) and name[-1] in name_set("coined_kinds") and name[-1] not in (x, y)


def _known(word: str) -> bool:
    """Whether a folded word is a known place or given name, which a vowel makes another one."""
    return word in given_names() or place_named(word.title()) is not None


def _other_ending(x: str, y: str) -> str:
    """How two words of one language differ in their ending alone, empty when they do not: engineers, engineering."""
    found = [_DOER.sub("", _ACTING.sub("", word)) for word in (x, y)]
    if found[0] == found[1] and len(found[0]) > 3 and found[0] not in (x, y):
        return "are two words of one stem"
    vowels = len(x) == len(y) > 5 and x[:-1] == y[:-1] and {x[-1], y[-1]} <= {*"aeiou"}
    return "differ in the last letter" if vowels and not (_known(x) or _known(y)) else ""


def _other_class(x: str, y: str, name: tuple[str, ...]) -> str:
    """How a noun and its adjective differ, empty for other words: atmosphere, atmospheric; a ministry's is translated."""
    short, long = sorted((x, y), key=len)
    stem = short.removesuffix("e").removesuffix("o").removesuffix("y")
    classed = long in (f"{stem}ic", f"{short}al")
    if not classed or len(short) < 6 or not name_set("portfolio_heads").isdisjoint(name):
        return ""
    return "are a noun and its adjective"


def _cognate(x: str, y: str) -> bool:
    """Whether two words are one in two languages: a long common beginning ("national", "nationala")."""
    common = next((i for i, (c, d) in enumerate(zip(x, y, strict=False)) if c != d), min(len(x), len(y)))
    short, long = sorted((x, y), key=len)
    inflected = long.startswith(short) and long[len(short) :] in name_set("endings")
    slip = x[-1] == y[-1] and one_keystroke(x, y)  # Thackeray and Thackery; languages differ in their endings
    return common >= 5 and common >= 0.7 * len(long) and not inflected and not slip


def _shorter(a: tuple[str, ...], b: tuple[str, ...]) -> Comparison:
    short, long = sorted((a, b), key=lambda words: (len(words), words))
    for word in short:
        if 2 <= len(word) <= 6 and word not in long:
            for at in range(len(long) - len(word) + 1):
                if "".join(w[0] for w in long[at : at + len(word)]) == word:
                    rest = set(short) - {word}
                    if rest <= set(long):
                        return Comparison(
                            "same", "acronym", f"“{word.upper()}” are initials of the other name"
                        )
    left = [w for w in long if w not in short]
    if set(short) <= set(long) and set(short) - name_set("generic_in_names"):
        if not name_set("directions").isdisjoint(left):
            return Comparison("different", "other", f"“{' '.join(left)}” sets a part apart")
        one_head = len(short) > 1 and short[-1] == long[-1]
        treaty = short[0] == long[0] == "treaty" and long[: len(short)] == short
        if (
            one_head
            or treaty
            or name_set("company_forms").issuperset(left)
            or (short[-1] == "police" and name_set("police_forms").issuperset(left))
        ):
            return Comparison("same", "short", f"one leaves out “{' '.join(left)}”")
        return Comparison("refused", "short", f"one has “{' '.join(left)}” more: a part, or another thing")
    if set(short) <= set(long):
        return Comparison("refused", "short", "one says only what kind of thing it is")
    return Comparison("different", "other", "other words")
