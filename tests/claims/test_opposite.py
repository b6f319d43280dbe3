"""The families of words that exclude one another."""

from __future__ import annotations

from collections import Counter

from reconcile.lexicon import words


def test_a_word_stands_in_one_family_only() -> None:
    sides = (line.partition(": ")[2] for line in words("opposites") if not line.startswith("$"))
    told = Counter(word.strip() for line in sides for side in line.split(" | ") for word in side.split(", "))
    assert [word for word, count in told.items() if count > 1] == []


def test_a_condition_has_nouns_and_sides_that_exclude_one_another() -> None:
    for line in words("conditions"):
        if line.startswith("$"):
            continue
        head, _, listed = line.partition(": ")
        sides = [frozenset(side.split(", ")) for side in listed.split(" | ")]
        mode, _, nouns = head.partition(" ")
        assert mode in ("of", "later", "who", "since", "doing"), line
        assert bool(nouns) is (mode in ("of", "later")), line
        assert len(sides) > 1, line
        assert sum(map(len, sides)) == len(frozenset().union(*sides)), line
