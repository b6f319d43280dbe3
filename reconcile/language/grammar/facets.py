"""The lexicon of facets: which verbs and event nouns a time can hang on, and in what sense."""

from __future__ import annotations

from functools import cache

from reconcile.language.grammar.verbs import irregular_pasts
from reconcile.lexicon import words


@cache
def facet_lexicon() -> dict[str, tuple[str, str, bool]]:
    """From each form ("signed", "took effect") to its facet, its lemma, and whether it is a noun."""
    lexicon: dict[str, tuple[str, str, bool]] = {}
    for line in words("facets"):
        facet, _, entries = line.partition(":")
        for entry in entries.split():
            lemma, noun = entry.lstrip("~").replace("_", " "), entry.startswith("~")
            if lemma.endswith("+"):
                lemma = lemma[:-1]
                forms = _regular(lemma)
            elif "=" in lemma:
                lemma, _, others = lemma.partition("=")
                bare = not lemma.startswith("!")
                lemma = lemma.lstrip("!")
                forms = [lemma, *others.split(",")] if bare else others.split(",")
            else:
                forms = [lemma, lemma + "s"] if noun else [lemma]
            for form in forms:
                lexicon.setdefault(form, (facet, lemma, noun))
    return lexicon


@cache
def event_nouns() -> frozenset[str]:
    """The nouns of the lexicon, in the singular and the plural."""
    listed = (e.lstrip("~") for line in words("facets") for e in line.split()[1:] if e.startswith("~"))
    return frozenset(form for noun in listed for form in (noun, noun + "s"))


@cache
def openers() -> frozenset[str]:
    """The first words of the triggers of two words."""
    return frozenset(form.split()[0] for form in facet_lexicon() if " " in form)


@cache
def _forms() -> frozenset[str]:
    """The words that make a trigger, alone or as the second of two; others may when they end in "ed"."""
    seconds = (form.split()[1] for form in facet_lexicon() if " " in form)
    return frozenset((*facet_lexicon(), *seconds, *irregular_pasts()))


def tells(lower: str) -> bool:
    """Whether a word may make a trigger."""
    return lower.endswith("ed") or lower in _forms()


def _regular(lemma: str) -> list[str]:
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    third = "es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    return [lemma, lemma + third, lemma + "ed", lemma + "ing"]
