"""Who had said nothing yet: "no immediate comment from the ministry", "declined to comment", "could not be reached"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.deeds.whom import subject_phrase
from reconcile.claims.reading import Reading
from reconcile.language.vocabulary import vocabulary
from reconcile.values.regex import regex

_WORDS = frozenset(
    (
        "comment",
        "commented",
        "comments",
        "reaction",
        "response",
        "respond",
        "responded",
        "reply",
        "replied",
        "reached",
        "reacted",
        "word",
        "statement",
    )
)
_NONE_FROM = regex(
    r"\b[Nn]o (?:immediate|official|public|initial)(?: (?:official|public|further))? (?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)* )?\Z"
    r"|\b[Nn]o (?P<bare>)\Z"
)
_FROM = regex(r"(?: (?:was|were))?(?: (?:available|immediately available|forthcoming|yet))? (?:from|by) ")
_KEPT = regex(
    r"(?:\b(?:declin|refus)(?:ed|es|ing)(?: to)?(?: (?:immediately|publicly|further))?"
    r"|\bnot (?:immediately |yet )?(?:available|be reached)(?: for| to)?|\bunavailable (?:for|to)|\bcould not (?:immediately )?be"
    r"|\b(?:had|has|have|made|offered|gave) no (?:immediate|public|official)"
    r"|\b(?:(?:did|does|do|would|has|have|had) not|(?:did|does|do|would|has|have|had)n['’]t)(?: (?:yet|immediately|publicly|so far))*) \Z"
)
_NO = ("comment", "reaction", "response", "word", "statement")


def silences(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yields where it stands that somebody had not spoken, and who: by full name, or the noun for a body."""
    text, document = reading.text, reading.document
    known = vocabulary(text)
    for at, word in known.places(_WORDS):
        if document.skipped(at):
            continue
        end, near = at + len(word), max(0, at - 60)
        none = _NONE_FROM.search(text, near, at) if word in _NO else None
        if none is not None:
            source = _FROM.match(text, end)
            span = (
                (none.start("who"), at)
                if none.group("who")
                else (source.end() - 1, source.end() + 60)
                if source
                else None
            )
            who = (
                next((m.full for m in document.mentions_between(*span) if m.kind in _SPEAKERS), "")
                if span
                else ""
            )
            last = span[0] if source and span else end
            if who:
                shown = (
                    next(m.end for m in document.mentions_between(*span) if m.full == who)
                    if source and span
                    else last
                )
                yield none.start(), max(end, shown), who
                continue
        kept = _KEPT.search(known.lower, near, at)
        if kept is None or word in ("word", "statement", "reaction", "response"):
            continue
        first, last = subject_phrase(reading, kept.start())
        speakers = document.mentions_between(first, last) if last else ()
        named = [m for m in speakers if m.end >= last - 1 and (m.kind in _SPEAKERS or m.kind == "place")]
        if named:
            yield max(first, kept.start() - 60), end, named[-1].full


_SPEAKERS = frozenset(("person", "organization", "organisation", "name", "other"))
