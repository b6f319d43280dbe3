"""The forms of verbs: which word is a past form, and of what verb."""

from __future__ import annotations

from functools import cache, lru_cache

from reconcile.lexicon import words
from reconcile.values.regex import regex

_SYLLABLE = regex(r"[aeiouy]+")
_VOWELS = frozenset("aeiou")
# "on her way", "en route", "a flight from Vik to Ordell"
WAYS = frozenset({"way", "route", "passage", "voyage", "trip", "journey", "flight", "crossing"})
# Endings of longer verbs that take no silent "e": "enter", "open", "visit"; beside "invade", "operate".
_NO_E = ("er", "or", "en", "el", "on", "op", "et", "al", "om", "ol", "it")


@cache
def irregular_pasts() -> dict[str, str]:
    """From each irregular past form ("taken", "rang") to its verb."""
    found: dict[str, str] = {}
    for line in words("irregular_verbs"):
        verb, _, forms = line.partition(":")
        found.update(dict.fromkeys(forms.split(), verb))
    return found


@cache
def participles() -> frozenset[str]:
    """The irregular forms that only an auxiliary makes a verb of: "slain", "stolen"; not "shot" or "become"."""
    forms = [line.partition(":")[2].split() for line in words("irregular_verbs")]
    return frozenset(last for *others, last in forms if others and last.endswith("n"))


@cache
def irregular() -> frozenset[str]:
    """The irregular verbs, as dictionaries give them."""
    return frozenset(irregular_pasts().values())


@cache
def motions() -> frozenset[str]:
    """Every form of the verbs of going and of bringing: "went", "dragged", "fleeing"."""
    verbs = frozenset(verb for line in words("motions") for verb in line.split())
    found = {form for form, verb in irregular_pasts().items() if verb in verbs}
    for verb in verbs:
        bare = verb.removesuffix("e")
        found.update((verb, f"{verb}s", f"{verb}es", f"{bare}ed", f"{bare}ing"))
        found.update((f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"))
        if verb.endswith("y"):
            found.update((f"{verb[:-1]}ied", f"{verb[:-1]}ies"))
    return frozenset(found) | WAYS | {"bound"}


def verbal(lower: str) -> bool:
    """Whether the form of a word may be a verb's, or it says a way that somebody goes."""
    return lower.endswith(("ing", "ed")) or lower in motions()


def past(word: str) -> bool:
    """Whether a lower-case word looks like the past form of a verb."""
    return word.endswith("ed") or word in irregular_pasts()


@cache
def _listed() -> dict[str, str]:
    """From past forms in "-ed" to verbs that their spelling does not tell."""
    return {
        verb + ("d" if verb.endswith("e") else "ed"): verb
        for line in words("regular_verbs")
        for verb in line.split()
    }


@lru_cache(maxsize=8192)
def base_of(form: str) -> str:
    """The verb that a lower-case past form in "-ed" is of: "gut" for "gutted", "raise" for "raised"."""
    known = _listed().get(form)
    if known is not None:
        return known
    stem = form[:-2]
    if len(stem) < 2:
        return form
    before, last = stem[-2], stem[-1]
    if last == "i":
        return stem[:-1] + ("y" if len(stem) > 2 else "ie")
    if last == before:
        single = last not in "lsfzeo" or (last == "l" and len(_SYLLABLE.findall(stem)) > 1)
        return stem[:-1] if single else stem
    return stem + "e" if _silent_e(stem) else stem


def _silent_e(stem: str) -> bool:
    """Whether the verb that has lost "ed" ends in a silent "e"."""
    before, last = stem[-2], stem[-1]
    if last in "ucvzs":
        return True
    if last == "g":
        return before in "aeioudlr" or (before == "n" and not stem.endswith(("ong", "ing")))
    if last in "lr" and before in "bcdfgkptz":
        return True  # "settle", "massacre"
    if last not in "bdfkmnprtl" or before not in _VOWELS:
        return False
    if stem[-3:] in ("iat", "uat") or stem[-4:-1] in ("qui", "quo"):
        return True  # "negotiate", "require"
    if stem[-3:-2] and stem[-3] in _VOWELS:
        return False  # "claim", "load"
    return stem[-2:] not in _NO_E or len(_SYLLABLE.findall(stem)) < 2
