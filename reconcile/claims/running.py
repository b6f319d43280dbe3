"""Whether a length of time runs up to publication, so that its beginning can be counted back."""

from __future__ import annotations

from reconcile.language.grammar.clauses import Words
from reconcile.language.grammar.triggers import Trigger
from reconcile.values.amounts import Amount
from reconcile.values.regex import regex

_PERFECT = frozenset({"has", "have", "had", "having", "been", "is", "are"})
_THEN = regex(r"\s+(?:in|from|until|before|between|during)\b")  # "for two years in the 1990s" is over
_OF = regex(
    r"\s+of\s+(?!probation|supervised|prison|jail|age\b|hard labou?r|community|experience|imprisonment|data|study)[a-z]"
)
_WHEN = regex(r"\s+when\b")
_AHEAD = frozenset({"will", "would", "to", "could", "should", "may", "might", "must", "can", "shall"})
_HAS_BEEN = regex(
    r"\b(?:has|have|['’]s|['’]ve) (?:now |already |only )?(?:been|spent|served|lasted|taken|worked|lived|waited|had)\b(?: (?!sentenced\b|jailed\b|given\b)[^\W\d]+){0,4} \Z",
    holds="been|spent|served|lasted|taken|worked|lived|waited|had",
)


def runs(
    text: str,
    words: Words,
    trigger: Trigger | None,
    facet: str,
    value: Amount,
    core: tuple[int, int],
    lead: int,
    named: bool,
) -> bool:
    """Whether what lasts `value` at `core` began so long before publication. `named`: a post or a thing is so old.

    "Five years ago", "has been shut for a week", "a 40-year career" do; "jailed for five years", "within two days",
    "two days after the vote" and "a 30-second call" do not.
    """
    if value.point is None:
        return False
    if facet in ("ago", "old", "first"):
        return True
    if facet in ("later", "before", "nth", "lasted"):
        return facet == "nth" and named  # "now in its 50th year", "in his third year as coach"
    if facet == "for":
        ends = _THEN.match(text, core[1]) or _WHEN.match(text, core[1])
        return not ends and not _over(words, trigger, core[0])
    if named or value.hedge.endswith(("decades", "century", "centuries")):
        return True
    if facet == "within":
        return value.unit in ("month", "year", "decade", "century") and not text.startswith(
            ("within", "Within", "the next", "next", "in the next"), lead
        )
    if facet == "" and value.unit == "year" and _OF.match(text, core[1]):
        return True  # "75 years of friendship"
    return facet in ("", "after") and _HAS_BEEN.search(text, max(0, core[0] - 60), core[0]) is not None


def _over(words: Words, trigger: Trigger | None, at: int) -> bool:
    """Whether the verb tells of what is over or to come: "ruled for six years", "will be shut for a week"."""
    if trigger is None or trigger.noun:
        near = words.ending_after(at)
        return not _AHEAD.isdisjoint(token.lower for token in words[max(0, near - 6) : near])
    around = {
        token.lower for token in words[max(0, trigger.first - 3) : max(trigger.first, words.ending_after(at))]
    }
    if not _AHEAD.isdisjoint(around):
        return True
    return (
        trigger.past and _PERFECT.isdisjoint(around) and not any(w.endswith(("'ve", "’ve")) for w in around)
    )
