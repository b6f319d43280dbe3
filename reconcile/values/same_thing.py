"""Whether two names of a body, a place, a work or a treaty can name one thing, with the reason in words."""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.values.keystrokes import one_keystroke
from reconcile.values.romanization import consonants, folded, mixed, sound
from reconcile.values.same_name import Comparison

_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")
_SMALL = frozenset(
    ("the", "of", "and", "for", "on", "a", "an", "at", "in", "to", "de", "la", "le", "du", "des", "del", "di", "da", "der", "die", "das", "el", "y", "&")
)  # fmt: skip
# Words of one meaning in names of other languages, and short forms; the first stands for the line.
_RENDERED = {
    word: line.split()[0]
    for line in (
        "arena stade estadio stadio stadion stadium", "theatre theater teatro théâtre teatr", "university universidad université università universität univ",
        "hospital hôpital ospedale krankenhaus", "square plaza platz piazza place praça", "street st calle rue via strasse straße ulitsa ulica", "saint st st. san santa sankt",
        "church iglesia église kirche chiesa", "bridge puente pont ponte brücke", "museum museo musée muzeum", "bank banco banque banca", "palace palacio palais palazzo palast palatul",
        "national nationale națională nacional nazionale nacionalna narodowy", "center centre centro zentrum", "defense defence", "organization organisation", "mount mt mt.",
        "fort ft ft.", "department dept", "international intl int'l", "book buch livro libro livre", "party partido parti partei", "council consejo conseil rat",
        "republic república république", "new nueva nouveau neu", "hall halle", "tower torre tour turm", "airport aeropuerto flughafen", "port puerto porto",
    )
    for word in map(folded, line.split())
}  # fmt: skip
# Words that tell what a thing is, not which one: alone they name nothing.
_GENERIC = frozenset(
    ("university", "college", "school", "high", "elementary", "middle", "hospital", "medical", "center", "hotel", "police", "department", "city", "county", "state", "national", "international", "central", "court", "district", "office", "company", "group", "inc", "corp", "ltd", "bank", "club", "party", "church", "street", "avenue", "road", "park", "house", "island", "river", "lake", "bridge", "airport", "station", "hall", "north", "south", "east", "west", "new", "old", "grand", "royal", "public", "general", "united", "federal", "ministry", "committee", "commission", "council", "association", "society", "union", "agency", "service", "fire", "army", "navy", "force", "treaty", "agreement", "pact", "convention", "accord", "act", "law", "award", "prize", "war", "cup", "championship", "summit", "book", "supreme", "people's", "american", "world", "global", "economic", "foreign", "security", "defense", "resort", "magnet", "tower", "arena", "museum", "theatre", "community", "training", "boys", "girls", "men", "women", "first", "second", "third", "day", "gulf", "sea", "bay", "province")
)  # fmt: skip

_DIRECTIONS = frozenset(("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "northern", "southern", "eastern", "western", "upper", "lower", "greater", "metro", "downtown", "first", "second", "third"))  # fmt: skip
_FORMS = frozenset(("inc", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "llp", "ag", "sa", "se", "asa", "oyj", "ab", "as", "nv", "bv", "gmbh", "spa", "group", "holding", "holdings", "jsc", "ooo", "kk"))  # fmt: skip
_POLICE = frozenset(("department", "force", "service", "bureau"))


@lru_cache(maxsize=65536)
def telling_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, small words off, renderings of one word made one."""
    found = (w.removesuffix("'s").rstrip(".") for w in _WORD.findall(folded(name)))
    return tuple(_RENDERED.get(w, w) for w in found if w not in _SMALL)


def without_forms(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without legal forms of companies; all of them when nothing else is there."""
    return tuple(word for word in words if word not in _FORMS) or words


def is_generic(word: str) -> bool:
    """Whether a word tells what kind of thing is named, not which one."""
    return word in _GENERIC


def compare_things(a: str, b: str) -> Comparison:
    """Whether two names can name one thing. Symmetric; refused where the words alone do not decide."""
    if mixed(a) or mixed(b):
        return Comparison(
            "refused", "mixed", f"“{a if mixed(a) else b}” mixes letters of two scripts that look alike"
        )
    if a == b:
        return Comparison("same", "equal", "the same words")
    ours, theirs = telling_words(a), telling_words(b)
    if not ours or not theirs:
        return Comparison("refused", "short", "no telling word")
    if ours == theirs:
        plain = [_letters(name) for name in (a, b)]
        if plain[0] == plain[1]:
            return Comparison("same", "style", "the same words, case and marks aside")
        how = "translation" if _rendered(a, b) else "style"
        return Comparison("same", how, "the same words, small words and spelling aside")
    if sorted(ours) == sorted(theirs):
        how = "translation" if _rendered(a, b) else "order"
        return Comparison("same", how, "the same telling words in another order")
    if len(ours) == len(theirs) and (len(ours) < 3 or len({*ours} & {*theirs}) >= len(ours) - 2):
        if found := _word_by_word(ours, theirs):
            return found
        if found := _word_by_word(tuple(sorted(ours)), tuple(sorted(theirs))):
            return found
    one, other = sorted((folded(a), folded(b)), key=len)
    if other.endswith((f" of {one.removeprefix('the ')}", f" of the {one.removeprefix('the ')}")):
        return Comparison("refused", "short", "one is a part of the other")
    return _shorter(ours, theirs)


def _letters(name: str) -> list[str]:
    return [w for w in _WORD.findall(folded(name)) if w != "the"]


def _rendered(a: str, b: str) -> bool:
    """Whether a word of one name stands in the other in another language's form."""
    words = [{w for w in _letters(n) if w not in _SMALL} for n in (a, b)]
    return any(
        _RENDERED.get(w) in {_RENDERED.get(o, o) for o in words[1]} and len(w) > 3
        for w in words[0] - words[1]
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
        if _cognate(x, y):
            return Comparison("same", "translation", f"“{x}” and “{y}” are one word in two languages")
        if min(len(x), len(y)) > 4 and sound(x) == sound(y):
            return Comparison("same", "transliteration", f"“{x}” and “{y}” are transliterations of one word")
        if min(len(x), len(y)) > 4 and consonants(x) == consonants(y) and len(consonants(x)) > 3:
            return Comparison("same", "transliteration", f"“{x}” and “{y}” differ by a vowel")
        if min(len(x), len(y)) > 4 and one_keystroke(x, y) and not (x in _GENERIC or y in _GENERIC):
            return Comparison(
                "refused", "slip", f"“{x}” and “{y}” are one letter apart: a slip or another thing"
            )
        return None
    if apart and all(_cognate(x, y) for x, y in apart):
        return Comparison("same", "translation", "the same words in two languages")
    return None


def _cognate(x: str, y: str) -> bool:
    """Whether two words are one in two languages: a long common beginning ("national", "nationala")."""
    common = next((i for i, (c, d) in enumerate(zip(x, y, strict=False)) if c != d), min(len(x), len(y)))
    return common >= 5 and common >= 0.7 * max(len(x), len(y)) and x.rstrip("s") != y.rstrip("s")


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
    if set(short) <= set(long) and set(short) - _GENERIC:
        if not _DIRECTIONS.isdisjoint(left):
            return Comparison("different", "other", f"“{' '.join(left)}” sets a part apart")
        one_head = len(short) > 1 and short[-1] == long[-1]
        treaty = short[0] == long[0] == "treaty" and long[: len(short)] == short
        if (
            one_head
            or treaty
            or _FORMS.issuperset(left)
            or (short[-1] == "police" and _POLICE.issuperset(left))
        ):
            return Comparison("same", "short", f"one leaves out “{' '.join(left)}”")
        return Comparison("refused", "short", f"one has “{' '.join(left)}” more: a part, or another thing")
    if set(short) <= set(long):
        return Comparison("refused", "short", "one says only what kind of thing it is")
    return Comparison("different", "other", "other words")
