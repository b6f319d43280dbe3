"""What the words behind a noun hang on: a relative clause, a participle."""

from __future__ import annotations

from reconcile.language.grammar.clauses import Token, Words, small
from reconcile.language.grammar.verbs import irregular_pasts


def participle(token: Token) -> bool:
    """Whether a verb may be a participle that stands behind its noun: "launched in 1884"."""
    return token.lower[-2:] in ("ed", "en") or token.lower in irregular_pasts()


def nearest(sentence: Words, last: int, found: tuple[int, int]) -> tuple[int, int]:
    """What "which" or "that" behind token `last` takes up, where `found` heads its phrase: "the rig" of "the owner of the
    rig that blew up"; but not a name.
    """
    at = last
    while at > found[0] + 1 and sentence[at - 1].word and not _links(sentence[at - 1]):
        at -= 1
    of = at > found[0] >= 0 and sentence[at - 1].lower in ("of", "by")
    named = sentence[last].capital or sentence[at].lower not in small("determiner")
    return (at, last) if of and not named else found


def _links(token: Token) -> bool:
    return any(token.lower in small(kind) for kind in ("preposition", "joint", "further-preposition"))
