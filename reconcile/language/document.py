"""An article's text with everything linguistic that extractors share, each computed once, on first use."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol, TypeVar

from reconcile.language.sentences import Sentence, split_sentences
from reconcile.values.regex import regex

if TYPE_CHECKING:
    from reconcile.language.figures.numbers import NumberMention
    from reconcile.language.grammar.clauses import Words
    from reconcile.language.grammar.triggers import Trigger
    from reconcile.language.names.antecedents import Antecedents
    from reconcile.language.names.mentions import Mention
    from reconcile.language.names.personhood import Personhood
    from reconcile.language.speech.attribution import Attribution
    from reconcile.language.speech.quotations import Quotation
    from reconcile.language.times import TimeMention
    from reconcile.values.dates import Interval


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


L = TypeVar("L", bound=_Placed)
_NESTED = 12  # attributions that may begin between a clause's start and the words in question


class Document:
    """A text and its layers. Offsets everywhere are code points of `text`.

    `published` is when the text was published, as far as known; it anchors relative times. Stretches in
    `skip` are page furniture: in `text` they are blank, so that no layer sees them and offsets stay.
    """

    def __init__(
        self, text: str, published: Interval | None = None, skip: tuple[tuple[int, int], ...] = ()
    ) -> None:
        self.text = _blanked(text, skip)
        self.published = published
        self.skip = skip
        self._asked: Sentence | None = None  # the sentence found last: who asks once asks again
        self._from = self._to = -1  # where it begins and ends

    def skipped(self, offset: int) -> bool:
        """Whether `offset` lies in page furniture."""
        return bool(self.skip) and any(start <= offset < end for start, end in self.skip)

    def _kept(self, found: Iterable[L]) -> tuple[L, ...]:
        """What of a layer does not lie in page furniture."""
        return tuple(x for x in found if not self.skipped(x.start)) if self.skip else tuple(found)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order; headings and list items count as sentences."""
        return self._kept(split_sentences(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that `offset` lies in, if any."""
        if self._from <= offset < self._to:
            return self._asked
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        sentence = self.sentences[index]
        start, end = sentence.start, sentence.end
        if offset >= end:
            return None
        self._asked, self._from, self._to = sentence, start, end
        return sentence

    @cached_property
    def times(self) -> tuple[TimeMention, ...]:
        """Temporal expressions, resolved against `published`."""
        from reconcile.language.times import find_times

        return self._kept(find_times(self.text, self.published))

    @cached_property
    def numbers(self) -> tuple[NumberMention, ...]:
        """Numbers in figures and words, with their hedges and units."""
        from reconcile.language.figures.numbers import find_numbers

        return self._kept(find_numbers(self.text))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Stretches between quotation marks."""
        from reconcile.language.speech.quotations import find_quotations

        return self._kept(find_quotations(self.text))

    @cached_property
    def unquoted(self) -> str:
        """The text with the words inside quotation marks blanked out; offsets stay."""
        from reconcile.language.speech.attribution import masked

        return masked(self)

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who says what: quotations and reported clauses, each with its speaker."""
        from reconcile.language.speech.reported import find_attributions

        return tuple(find_attributions(self))

    def said_by(self, start: int, end: int) -> str | None:
        """Who is said to say the words from `start` to `end`; the nearest speaker when several nest."""
        last = bisect_right(self._said, start)
        if not last or end > self._said_until[last - 1]:
            return None
        nearest, least = None, 0
        for said in self.attributions[max(0, last - _NESTED) : last]:
            if end <= said.end and (nearest is None or said.end - said.start < least):
                nearest, least = said, said.end - said.start
        return (nearest.who or None) if nearest is not None else None

    def meant(self, pronoun: str, at: int) -> str:
        """The full name of the person that a pronoun at `at` means; nobody who says, or may say, the words it is quoted in."""
        found = self.meant_mention(pronoun, at)
        return found.full if found is not None else ""

    def meant_mention(self, pronoun: str, at: int) -> Mention | None:
        """The mention of the person that `meant` names."""
        found = self.antecedents.mention(pronoun, at)
        if found is None or self.unquoted[at] == self.text[at]:
            return found
        speaker = self.said_by(at, at + len(pronoun))
        return None if speaker is None or speaker == found.full else found

    @cached_property
    def _said(self) -> list[int]:
        return [said.start for said in self.attributions]

    @cached_property
    def _said_until(self) -> list[int]:
        """Up to where any attribution reaches that begins no later than each one."""
        return list(accumulate((said.end for said in self.attributions), max))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Proper names and what they name, each with the fullest form in this text that it stands for."""
        from reconcile.language.names.mentions import find_mentions

        return self._kept(find_mentions(self))

    @cached_property
    def antecedents(self) -> Antecedents:
        """Whom pronouns and descriptions mean."""
        from reconcile.language.names.antecedents import Antecedents

        return Antecedents(self)

    @cached_property
    def personhood(self) -> Personhood:
        """How surely each name that looks like a person's is one."""
        from reconcile.language.names.personhood import Personhood

        return Personhood(self)

    @cached_property
    def _clauses(self) -> dict[tuple[int, int], tuple[Words, list[Trigger]]]:
        return {}

    def clauses(self, sentence: Sentence, start: int, end: int) -> tuple[Words, list[Trigger]]:
        """The words and triggers of `sentence`; of a very long one, those around `start:end`."""
        first, last = sentence.start, sentence.end
        if last - first > 1600:  # a list, or a page without stops
            first, last = max(first, start - 160), min(last, end + 160)
        known = self._clauses.get((first, last))
        if known is None:
            from reconcile.language.grammar.clauses import tokens
            from reconcile.language.grammar.triggers import find_triggers

            words = tokens(self.text, first, last)
            known = self._clauses[first, last] = (words, find_triggers(words))
        return known

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    def mentions_between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that start from `start` on and before `end`, without looking at all others."""
        starts = self._mention_starts
        return self.mentions[bisect_left(starts, start) : bisect_left(starts, end)]


_INK = regex(r"[^\n]")


def _blanked(text: str, skip: tuple[tuple[int, int], ...]) -> str:
    """`text` with the stretches of `skip` turned into spaces; line ends stay."""
    if not skip:
        return text
    pieces: list[str] = []
    at = 0
    for start, end in sorted(skip):
        start = max(start, at)
        if end > start:
            pieces += (text[at:start], _INK.sub(" ", text[start:end]))
            at = end
    return "".join((*pieces, text[at:]))
