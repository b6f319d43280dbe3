"""How far a search, a siege, a strike or the like has come: going on, almost over, over."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.reading import Reading
from reconcile.language.vocabulary import vocabulary
from reconcile.values.regex import regex

_NOUNS = {
    **dict.fromkeys(("search", "rescue", "searches"), "search"),
    **dict.fromkeys(("siege", "standoff", "stand-off"), "siege"),
    **dict.fromkeys(("strike", "walkout"), "strike"),
    **dict.fromkeys(("talks", "negotiations"), "talks"),
    **dict.fromkeys(
        ("manhunt", "evacuation", "trial", "lockdown", "curfew", "blockade", "fighting", "voting"), ""
    ),
}
_HANGS = (
    r"(?:[ -](?:and[ -])?(?:rescue|recovery))?(?: (?:operations?|efforts?|phase|mission|work))?"
    r"(?: (?:for|of|at|in|off|over|with|between|near) (?:[\w'’-]+ ){0,8}?[\w'’-]+)?"
)
_BE = r"(?:is|was|are|were|has|have|had|been|being|be)"
_ALMOST = r"almost|nearly|all but|close to|near(?:ing)?|drawing to|coming to|winding|wound|wind"
_STANDS = regex(
    rf"{_HANGS}(?: (?:{_BE}|has|have|had|officially|formally|now|still|also|largely|effectively|then|today|late|early|on [A-Z]?[a-z]+day|[a-z]+day))*"
    rf" (?:(?P<near>{_ALMOST}) (?:down|an end|a close|its end|over|complete|finished|the end)"
    r"|(?P<over>(?:declared |called )?over|(?:called|broken) off|ended|ends|concluded|completed|finished|halted|suspended|lifted|abandoned)"
    r"|(?P<on>continues?|continued|goes on|went on|going on|under ?way|ongoing|resumed|resumes|continuing|in full swing))\b(?! (?:until|for|with|the|a|an|his|her|their)\b)"
)
_DECLARED = regex(rf"{_HANGS}(?: [\w'’-]+){{0,6}}? over\b")
_CALLED = regex(
    r"\b(?:(?P<declared>declar(?:ed|es|e|ing))|(?:called|calls|calling) off|ended|halted|suspended|abandoned|broke off|lifted) (?:the|their|its|a|all)"
    r"(?: (?:official|massive|ground|air|sea|[a-z]+-(?:day|hour|week)))* \Z"
)
_UNREAL = regex(
    r"(?:\b(?:not|never|if|until|unless|will|would|could|should|may|might|must|to|hopes?|when|after|before|once)|n['’]t)\b[^.;,]{0,24}\Z"
)
_BACK = 40


def underway(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Yields where it stands how far something has come, with the noun for it and "going on", "almost over" or "over"."""
    known = vocabulary(reading.text)
    lower = known.lower
    done = -1
    for at, word in known.places(_NOUNS.keys()):
        if at < done or reading.document.skipped(at):
            continue
        noun, end = _NOUNS[word] or word, at + len(word)
        called = _CALLED.search(lower, max(0, at - _BACK), at)
        if called is not None:
            declared = _DECLARED.match(lower, end) if called.group("declared") else None
            if declared is None and called.group("declared"):
                continue
            if not _UNREAL.search(lower, max(0, called.start() - 24), called.start()):
                done = declared.end() if declared else end
                yield called.start(), done, noun, "over"
            continue
        stands = _STANDS.match(lower, end)
        if stands is None or _UNREAL.search(lower, at, stands.start(stands.lastgroup or 0)):
            continue
        value = {"near": "almost over", "over": "over", "on": "going on"}[stands.lastgroup or "on"]
        done = stands.end()
        yield at, done, noun, value
