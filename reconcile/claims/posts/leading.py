"""Posts that a verb tells: "Ann Dahl, who leads the mountain rescue service", "Bo Ek chairs the inquiry"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from reconcile.claims.posts.titles import body_end
from reconcile.claims.reading import Reading
from reconcile.language.names.mentions import Mention
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.values.regex import regex
from reconcile.values.roles import kinds_of_bodies

_GAP = regex(
    r"(?:(?:,? \([^()\n]{1,40}\))?(?: ?, \d{1,3})?(?: ?,)? who)?(?: (?:has|had|also|now|currently|still|then|once|later|previously|formerly))* \Z"
)
_YOUNG = regex(r"under-\d\d|u-?\d\d")  # "runs the under-21s"
_OBJECT = regex(r"(?P<over> over| up)? (?:the |a |an |its |their |his |her )?(?=[\w])")


def led(
    reading: Reading, people: list[Mention], starts: list[int]
) -> Iterator[tuple[Mention, str, str, int, int, int]]:
    """Yields who holds a post, the post, when, where the verb begins, and where the body it is said of begins and
    ends."""
    text = reading.text
    for at, verb in vocabulary(text).places(_verbs().keys()):
        if text.endswith("co-", 0, at):
            at, verb = at - 3, f"co-{verb}"
            if verb not in _verbs():
                continue
        index = bisect_right(starts, at) - 1
        if index < 0 or at - people[index].end > _NEAR or not _GAP.match(text, people[index].end, at):
            continue
        found = _OBJECT.match(text, at + len(verb))
        sentence = reading.document.sentence_at(at)
        if found is None or sentence is None or verb.startswith("presid") != (found.group("over") == " over"):
            continue
        end = body_end(text, found.end(), sentence.end)
        body = text[found.end() : end].lower().replace("'s", "").replace("’s", "").split()
        named = verb not in _LOOSE and text[found.end()].isupper()
        young = any(map(_YOUNG.match, body))
        if end > found.end() and (named or young or not kinds_of_bodies().isdisjoint(body)):
            post = _verbs()[verb]
            then = verb.endswith("ed") and "founder" not in post
            yield people[index], post, "then" if then else "current", at, found.end(), end


_LOOSE = frozenset(
    {"leads", "heads", "runs", "directs", "headed", "directed", "manages", "managed", "owns", "established"}
)  # of races, lists and machines as well
_NEAR = 60  # characters between a name and the verb said of it


@cache
def _verbs() -> dict[str, str]:
    found = (line.partition(":") for line in words("leading"))
    return {forms.split()[at]: post for post, _, forms in found for at in range(len(forms.split()))}
