"""Capital letters: where runs of capitalized words stand, and what their case tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from reconcile.language.memo import Memo, remembered
from reconcile.language.names.gazetteer import name_set
from reconcile.lexicon import words
from reconcile.values.regex import regex

# Where upper-case letters of the scripts stand that names in an English text are written in. The extended Latin
# blocks alternate upper and lower case: a word that such a letter opens is checked afterwards.
UPPER = "A-ZÀ-ÖØ-ÞĀ-ɏΆ-ΏΑ-ΫЀ-ЯԱ-ՖḀ-ỿ"

_PARTICLES = "de|da|do|dos|das|del|della|di|du|des|der|den|van|von|vom|zu|zum|ter|ten|te|af|av|bin|bint|binti|ibn|ben|abu|al|el|la|le|y|e|i"
_STOPPED = (
    "Mr Mrs Ms Mx Dr Gov Sen Rep Reps Sens Gens Gen Lt Col Maj Capt Sgt Cpl Pvt Pte Adm Prof Rev St Ste Mt Ft Jr Sr Hon Eng Engr Adv Amb Smt Pst Pres Sec Supt Sta Sto "
    "Insp Det Atty Cmdr Brig Msgr Fr Cllr Asst Dep Messrs Drs Revs Bros Co Corp Inc Ltd No"
)


def _tails() -> str:
    """The stopped abbreviations without their first letter, which the pattern has read already."""
    by_first: dict[str, list[str]] = {}
    for word in _STOPPED.split():
        by_first.setdefault(word[0], []).append(word[1:])
    return "|".join(f"(?<={first})(?:{'|'.join(rest)})" for first, rest in by_first.items())


# After the first capital: a stopped abbreviation, initials, or a word with its hyphens and apostrophes.
_REST = (
    rf"(?:(?=[a-z]{{1,6}}\.)(?:{_tails()})\.(?=[\s,])|\.(?:[{UPPER}](?:\.|[^\W_]*(?:['’‐‑-][^\W_]+)*))*"
    r"|[^\W_]*(?:(?:&|['’ʻʼ‐‑-])[^\W_]+)*)"
)
_BOUND = r"(?:(?:[aAeE][lnrsdt]|[aA]sh|Abdul|Abdel|[dl]|O)['’ʻ‐‑-])"
# The first element is a plain set, so that the search skips small letters fast; the look-behind keeps out "iPhone".
_RUN = regex(
    rf"[{UPPER}](?<![^\W_](?s:.)){_REST}(?:[ \u00a0](?:(?:{_PARTICLES})[ \u00a0]){{0,2}}{_BOUND}?[{UPPER}]{_REST})*"
)
_ARTICLE_BEFORE = regex(r"(?<![^\W_])(?:[ae][lnrsdt]|ash|d|l)['’ʻ‐‑-]\Z")
_SMALL_WORD = regex(r"\s[a-zß-ÿ]{4}")
_OPENERS = " \t\u00a0\"'“‘«([`"


Word = tuple[int, int, str, str]  # start, end, as written, in lower case


@dataclass(slots=True, eq=False, repr=False)
class Run:
    """Capitalized words that follow one another: `text[start:end]`.

    `opens` says that the run opens a sentence (or a quotation, a heading, a list item), where a capital tells nothing.
    """

    start: int
    words: list[Word]
    opens: bool


def runs(text: str) -> Iterator[Run]:
    """Yields the runs of capitalized words of `text` that may hold a name, in order: "The" alone holds none."""
    for found in _RUN.finditer(text):
        at, run = found.start(), found.group()
        if at and text[at - 1] in "-'’‐‑ʻ" and (bound := _ARTICLE_BEFORE.search(text, max(0, at - 5), at)):
            at, run = bound.start(), bound.group() + run  # "al-Masri"
        if pieces := _cut[run]:
            words = [(at + start, at + end, word, lower) for start, end, word, lower in pieces]
            yield Run(at, words, opens_sentence(text, at))


def _pieces(run: str) -> tuple[Word, ...]:
    """The words of a run, counted from its start; none where it holds no name."""
    if len(run) > 400 or not (run[0].isascii() or run[0].isupper()):  # a page without lower case; "őszi"
        return ()
    words = run.replace("\u00a0", " ").split(" ")
    if len(words) == 1 and owner(run.lower()) in function_words():
        return ()
    starts = accumulate(words, lambda start, word: start + len(word) + 1, initial=0)
    return tuple((at, at + len(word), word, word.lower()) for at, word in zip(starts, words, strict=False))


_cut = Memo(_pieces)
_OWNING = ("'", "’")


@remembered
def owner(word: str) -> str:
    """The word without a possessive ending."""
    last = word[-1]
    if last == "s":
        return word[:-2] if word[-2:-1] in _OWNING else word
    return word[:-1] if last in _OWNING and word[-2:-1] == "s" else word


def opens_sentence(text: str, offset: int) -> bool:
    """Whether a word at `offset` opens a sentence, so that its capital letter tells nothing."""
    if text[offset - 1 : offset] == " " and text[offset - 2 : offset - 1].isalnum():
        return False  # nearly all
    near = text[max(0, offset - 6) : offset]
    before = near.rstrip(_OPENERS)
    if not before or near.endswith(("“", "‘", ' "', "«", "``")):
        return True
    return before[-1] in ".!?:;\n…•*|>—–" or (before[-1] in "”’\"'" and before[-2:-1] in (".", "!", "?", ","))


def lower_words(text: str) -> frozenset[str]:
    """The words of `text` as they stand there, by which a lower-case word is asked for: a capital on one of them is the
    sentence's, not a name's.
    """
    return frozenset(text.split())


def is_heading(line: str) -> bool:
    """Whether a line is set in Title Case or capitals, so that capitals on its words tell nothing."""
    if not 20 < len(line) <= 200 or line.rstrip().endswith(".") or _SMALL_WORD.search(f" {line}"):
        return False
    found = [word for word in line.split() if word[0].isalpha()]
    if len(found) < 4:
        return False
    capital = sum(1 for word in found if word[0].isupper())
    return capital >= 0.6 * len(found)


@cache
def particles() -> frozenset[str]:
    """Words of family names that are written small: de, van, bin."""
    return frozenset(_PARTICLES.split("|"))


@cache
def common_words() -> frozenset[str]:
    """Words that are hardly ever names: when one opens a sentence, its capital is the sentence's."""
    return frozenset(words("common")) | frozenset(words("opening_words"))


@cache
def function_words() -> frozenset[str]:
    """Words that open no name, wherever they stand."""
    return name_set("function")
