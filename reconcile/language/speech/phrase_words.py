"""Grammatical words that bound the noun phrase of a speaker."""

from __future__ import annotations

from functools import cache

from reconcile.lexicon import words as lexicon

CLASS = {line.split(" = ")[0]: frozenset(line.split(" = ")[1].split()) for line in lexicon("phrase_words")}
NO_HEAD = CLASS["circumstances"] | CLASS["conjunctions"] | CLASS["finite"]
TIES = CLASS["links"] - {"and", "&"}
ALONE = frozenset(
    {"one", "another", "some", "many", "several", "these", "those", "two", "three", "four", "both", "each"}
)
PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "you", "who", "which"))


def circumstances() -> frozenset[str]:
    """Words that begin what tells when, where or how something was said."""
    return CLASS["circumstances"]


def begins_anew(before: str, word: str) -> bool:
    """Whether an article begins another phrase behind a noun: "according to police the shooting"."""
    small = word in ("the", "a", "an") and before.isalpha() and before.islower()
    return small and before not in CLASS["links"] and before not in CLASS["determiners"]


@cache
def simple_past() -> frozenset[str]:
    """Forms of verbs that are a past and no participle: drove, ran."""
    lines = (line.partition(":") for line in lexicon("irregular_verbs"))
    return frozenset(forms.split()[0] for _, _, forms in lines if len(forms.split()) == 2)


@cache
def any_past() -> frozenset[str]:
    """Forms of irregular verbs that are a past: drove, found."""
    lines = (line.partition(":") for line in lexicon("irregular_verbs"))
    return frozenset(forms.split()[0] for _, _, forms in lines if forms.split())


def is_adverb(word: str) -> bool:
    """Whether a word is an adverb by its end: flatly, but not family."""
    return (
        len(word) > 4
        and word.endswith("ly")
        and word[0].islower()
        and word not in ("family", "daily", "weekly")
    )


@cache
def many() -> frozenset[str]:
    """Nouns for several speakers that do not end in s: police, media."""
    return frozenset(lexicon("collectives"))
