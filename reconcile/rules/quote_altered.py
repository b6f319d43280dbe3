"""One quotation, two wordings: a word inside the marks is not the same.

Finds printings of one utterance of one speaker that agree in nearly all words and differ in some. Spelling, case,
contractions and figures for number words do not count. Where the words were put into English
from another language, the wordings are two renderings; where only a verb's form
differs, the sense is the same and an editor may still want to know.

Why it matters: at most one of two wordings in quotation marks is what was said.

```
a: "The engine drank a hundred buckets of oil," said Ada Lind.
b: "The engine drank a thousand buckets of oil," said Ada Lind.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.quotes.speakers import Speaker
from reconcile.align.quotes.unquoted import Unquoted, unquoted
from reconcile.align.quotes.utterances import Pair
from reconcile.align.quotes.wordings import Group, Wording, groups
from reconcile.align.story import Story
from reconcile.rules.difference import Difference
from reconcile.rules.quoting import draft, said
from reconcile.rules.sentences import listed

CODE = "QUO803"
KIND = "quote"
VERDICT = "contradiction"


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per two wordings of one utterance."""
    for group in groups(story, Wording.ALTERED):
        because = f"{_change(group)}; the rest is word for word the same, so at most one is what was said."
        yield draft(CODE, KIND, group, "contradiction", because, 0.85)
    for group in groups(story, Wording.RESTYLED):
        because = f"{_change(group)}: the sense is the same, the words on record are not."
        yield draft(CODE, KIND, group, "tension", because, 0.6)
    for plainly in unquoted(story):
        whole = _statement(plainly)
        if whole:
            because = f"{_change(whole)}; one article prints the statement whole, the other quotes it."
            yield draft(CODE, KIND, whole, "contradiction", because, 0.8)


def _statement(found: Unquoted) -> Group | None:
    """A statement printed without marks in one article, whose quotation in another replaces a word of it."""
    words = found.words
    changed = [edit for edit in words.edits if edit.first and edit.second and not edit.marked]
    if not found.statement or not changed or words.share < 0.9 or words.head.second:
        return None
    pair = Pair(found.quoted, found.plain, words, Speaker.SAME)
    return Group(Wording.ALTERED, pair, (found.quoted.claim,), (found.plain.claim,))


def _change(group: Group) -> str:
    words, one, two = group.pair.words, group.pair.first.text, group.pair.second.text
    edits = [edit for edit in (words.head, *words.edits, words.tail) if not edit.marked]
    both = [edit for edit in edits if edit.first and edit.second]
    if both:
        return " and ".join(f"{said(edit.first, one)} against {said(edit.second, two)}" for edit in both[:3])
    extra = [said(edit.first or edit.second, one, two) for edit in words.edits]
    return (
        f"{listed(extra)} {'stands' if len(extra) == 1 else 'stand'} in one wording only"
        if extra
        else "The wordings differ"
    )
