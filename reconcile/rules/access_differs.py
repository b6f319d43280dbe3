"""How freely the press, or those who watch, may move: shut out, most of them shut out, or hindered.

Finds statements on one group that is kept away from where things happen, in words that do not go equally far: "has
barred most foreign media" and "has severely restricted access for foreign journalists". One says it more exactly than
the other, or more harshly; a reader who weighs unconfirmed reports wants to know which.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Halvard has barred most foreign media since the unrest in Tessaly began."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "The government of Halvard has severely restricted access for foreign journalists during the unrest in Tessaly."}
findings:
  - {verdict: explained, reason: precision, sides: [["barred most foreign media"], ["restricted access for foreign journalists"]]}
```
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from reconcile.align.story import Story
from reconcile.claims.state import StateClaim
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted
from reconcile.values.regex import regex

CODE = "EVT953"
KIND = "other"
VERDICT: Verdict = "explained"

_MOST = 5  # claims that witness one degree
_ALIKE = 0.05  # similarity from which two statements are taken to be about one land
_GROUPS = {
    "press": "journalist journalists reporter reporters correspondent correspondents media press",
    "observers": "observer observers monitor monitors inspector inspectors",
}
_GROUP = {word: group for group, listed in _GROUPS.items() for word in listed.split()}
_SOME = regex(r"\b(?:[Mm]ost|[Mm]any|[Ss]ome|severely|largely|almost all|all but)\b")
_ACCESS = regex(
    r"(?: [a-z]+){0,2}(?: access)?(?: (?:to|for|on|of|from))?(?: (?!(?:and|but|to|who|which|that|said)\b)[\w-]+){0,4}? ?"
)
_AFTER = regex(
    r" (?:(?:have|has|are|were|had|been|also|being|still|remain) ){1,4}(?P<verb>[a-z]+)\b(?: (?:away|out|from|to)\b)?"
)
_UNABLE = regex(r" (?:are|were|have been|remain) (?:unable to|not (?:allowed|permitted|able) to) [a-z]+")
_BACK = 70


@cache
def _degrees() -> dict[str, str]:
    """From each word for keeping out and for restricting to its degree."""
    found: dict[str, str] = {}
    for line in words("kept_out"):
        degree, _, listed = line.partition(":")
        found.update(dict.fromkeys(listed.replace("/", " ").split(), degree))
    return found


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per group that articles tell to be kept out to different degrees."""
    for group in _GROUPS:
        told: dict[str, list[StateClaim]] = defaultdict(list)
        for article in story.articles:
            for degree, claim in _told(story, article, group):
                told[degree].append(claim)
        lands = Counter(c.subject for said in told.values() for c in said if c.subject)
        land = lands.most_common(1)[0][0] if lands else ""
        degrees = {name: [c for c in said if c.subject in ("", land)] for name, said in told.items()}
        sides = {
            name: said[:_MOST] for name, said in degrees.items() if said and _meets(story, name, degrees)
        }
        if len(sides) > 1:
            names = [said[0].span.quote for said in sides.values()]
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"How far is the {group} kept out?"
                if group == "press"
                else f"How far are {group} kept out?",
                sides=tuple(
                    DraftSide(value=n, claims=tuple(c)) for n, c in zip(names, sides.values(), strict=True)
                ),
                verdict=VERDICT,
                reason="precision",
                because=f"{quoted(names)}: the words do not go equally far.",
                confidence=0.5,
                settled=True,
            )


def _meets(story: Story, degree: str, degrees: dict[str, list[StateClaim]]) -> bool:
    """Whether another article tells of another degree in a statement that may be about the same."""
    return any(
        a.span.article != b.span.article and story.similarity(a, b) >= _ALIKE
        for other, claims in degrees.items()
        if other != degree
        for a in degrees[degree][:_MOST]
        for b in claims[:_MOST]
    )


def _told(story: Story, article: str, group: str) -> Iterator[tuple[str, StateClaim]]:
    """Where an article tells that the group is kept out, with the degree: what is done, and to how many."""
    reading = story.reading(article)
    text, verbs = reading.text, _degrees()
    names = frozenset(word for word, of in _GROUP.items() if of == group)
    until = -1
    for at, name in vocabulary(text).places(names):
        sentence = reading.document.sentence_at(at)
        if sentence is None or at < until or reading.document.skipped(at):
            continue
        begin, end = max(sentence.start, at - _BACK), at + len(name)
        spoken = [
            (place, verb)
            for verb in verbs
            if (place := text.rfind(f"{verb} ", begin, at)) > begin
            and _ACCESS.fullmatch(text, place + len(verb), at)
        ]
        behind = _AFTER.match(text, end, sentence.end)
        unable = _UNABLE.match(text, end, sentence.end)
        if spoken:
            start, verb = max(spoken)
            degree, last = verbs[verb], end
        elif behind is not None and behind["verb"] in verbs:
            start, last, degree = at, behind.end(), verbs[behind["verb"]]
        elif unable is not None:
            start, last, degree = at, unable.end(), "restricted"
        else:
            continue
        lands = [m.full for m in reading.document.mentions_between(begin, start) if m.kind == "country"]
        partly = "some" if _SOME.search(text, max(begin, start - 12), last) else ""
        until = last
        yield (
            f"{degree} {partly}",
            reading.claim(
                StateClaim,
                start,
                last,
                aspect="access",
                value=degree,
                event=group,
                subject=lands[-1] if lands else "",
            ),
        )
