"""Who came first: "Ann Dahl was the first to reach the wreck", "First across was Bo Ek", "it was Ann Dahl who went first"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.reading import Reading
from reconcile.language.vocabulary import vocabulary
from reconcile.values.regex import regex

Place = tuple[int, int]

_WHO = r"(?:[Aa]n?|[Tt]he|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ome|[Hh]is|[Hh]er|[A-Z][\w’'-]+)(?: [\w’'-]+){0,6}?"
_WAY = r"(?:to (?!be\b|have\b|say\b|admit\b|ask\b|tell\b|speak\b)[a-z]+|through|across|over|on|at|into|aboard|inside|in)"
_PEOPLE = r"(?: (?:person|people|ones?|man|men|woman|women|rescuers?|officers?|team|crew|vehicle|car))?"
_BEHIND = regex(  # "the first to reach the wreck was Ann Dahl"
    rf"[Ff]irst{_PEOPLE} (?P<what>{_WAY}(?: [\w’'-]+){{0,6}}?),? (?:was|were) (?P<who>{_WHO})(?=[,.;:\n]| (?:who|of|from|and|in|at|on|with)\b)"
)
_AHEAD = regex(  # "Ann Dahl was the first to reach the wreck"
    rf"(?P<who>{_WHO})(?:, [^,.;:\n]{{2,60}}(?:,|(?=, who)))?(?:,? who)? (?:was|were|had been) (?:the |among the )?first{_PEOPLE} (?P<what>{_WAY}(?: [\w’'-]+){{0,5}})"
)
_AFTER = regex(  # "two climbers stood at the wreck first", "It was Ann Dahl who went first"
    rf"(?P<who>{_WHO})(?: from [A-Z][\w-]+)?(?:, [^,.;:\n]{{2,60}},)?(?: who)? (?P<what>(?:went|came|stood|arrived|got|reached|crossed|entered)(?: [\w’'-]+){{0,5}}?) first\b"
)
_LED = regex(rf"first{_PEOPLE} {_WAY}")  # what _AHEAD cannot do without, and _AFTER
_CAME = regex(r"went|came|stood|arrived|got|reached|crossed|entered")
_REACH = 130


def firsts(reading: Reading) -> Iterator[tuple[Place, Place, Place]]:
    """Yields who came first, what at, and the words that say both, each by where they stand."""
    text = reading.text
    for at, _ in vocabulary(text).places(_FIRST):
        sentence = reading.document.sentence_at(at)
        if sentence is None or reading.document.skipped(at):
            continue
        begin, end = max(sentence.start, at - _REACH), min(sentence.end, at + _REACH)
        found = _BEHIND.match(text, at, end)
        for pattern, needed in ((_AHEAD, _LED), (_AFTER, _CAME)):
            if found is not None or needed.search(text, begin, end) is None:
                continue
            if (hit := pattern.search(text, begin, end)) is not None:
                found = hit if hit.start() < at < hit.end() else None
        if found is None:
            continue
        (first, last), what = found.span("who"), found.span("what")
        named = reading.document.mentions_between(first, max(last, what[0]))
        people = [(m.start, m.end) for m in named if m.kind == "person"]
        yield people[-1] if people else (first, last), what, found.span()


_FIRST = frozenset({"first"})
