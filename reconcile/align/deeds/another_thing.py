"""Whether a thing that is denied is another one than what is told of: of another kind, among others, of another place."""

from __future__ import annotations

from reconcile.align.senses import senses
from reconcile.align.subjects import telling
from reconcile.claims.absence import AbsenceClaim
from reconcile.values.regex import regex


def another(none: AbsenceClaim, some: AbsenceClaim) -> bool:
    """Whether a thing of another kind is denied ("no resistant strain"), or one among others ("no virus among pigs"), or
    one of a place ("no curfew in that town") that a statement of a named place does not speak of."""
    kinds = [_KIND.search(c.span.quote, 0, c.span.quote.rfind(c.value)) for c in (none, some)]
    one, other = (senses(kind.group(1)) if kind else frozenset[str]() for kind in kinds)
    among = _AMONG.match(none.sentence, none.span.start - none.sentence_start + len(none.span.quote))
    elsewhere = among is not None and not telling(among.group(1)) <= telling(some.sentence)
    meant = [
        _FOR.match(c.sentence, c.span.start - c.sentence_start + len(c.span.quote)) for c in (none, some)
    ]
    if meant[0] and meant[1] and telling(meant[0].group(1)).isdisjoint(telling(meant[1].group(1))):
        return True  # a permit for the works, a permit for a warehouse
    placed = _PLACED.match(none.sentence, none.span.start - none.sentence_start + len(none.span.quote))
    if placed is not None and _IN_NAMED.search(some.sentence):
        elsewhere = elsewhere or telling(placed.group("where")).isdisjoint(telling(some.sentence))
    return elsewhere or bool(one and other and not one & other)


_FOR = regex(r" for ((?:the |an? |his |her |its |their )?(?:[\w’'-]+ ?){1,2})")
_KIND = regex(r"\b([a-z-]+) \Z")
_AMONG = regex(
    r"(?: [a-z-]+)? (?:among|(?:in|on|at|of) any of) ((?:(?!(?:in|on|at|of|or|and|who|that)\b)[\w’'-]+ ?){1,4})"
)

_PLACED = regex(
    r" (?:in|on|near|around) (?:the|that|this) (?P<where>city|town|village|region|area|district|county|country|waters?|sea)\b"
)
_IN_NAMED = regex(r"\b(?:in|at|of|near|around|along|outside) (?:the )?[A-Z][a-z]")
