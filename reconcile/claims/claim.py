"""The claim: a typed record of one assertion, with the words that make it. One subclass per file of this folder."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from reconcile.values.dates import Interval
from reconcile.values.records import record

Modality = Literal["asserted", "planned", "conditional", "denied", "possible"]


class _Told:
    """Equality and its like of records, once for all kinds: to make them for each costs the start."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        same = type(other) is type(self)
        return same and all(getattr(self, name) == getattr(other, name) for name in self.__dataclass_fields__)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in self.__dataclass_fields__))

    def __repr__(self) -> str:
        told = (f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
        return f"{type(self).__name__}({', '.join(told)})"


@record
class Span(_Told):
    """Where words stand in an article. Law: `article.text[start:end] == quote`.

    Offsets are code points in the article's text; `line` and `column` (from 1) are in the source file.
    """

    article: str
    start: int
    end: int
    quote: str
    line: int = 1
    column: int = 1


@record
class Claim(_Told):
    """What every claim has. Subclasses add `type` (a literal), `value` and what their type needs.

    `subject` is who or what the claim is about, in its fullest form in the article ("Wang Yajun",
    "Treaty of Friendship, Cooperation and Mutual Assistance"); empty when nothing in the text says.
    `event` is the trigger that the claim hangs on, as a lemma of the lexicon ("sign", "hold", "kill").
    """

    id: str
    span: Span
    sentence: str
    sentence_start: int
    subject: str = ""
    event: str = ""
    attribution: str | None = None  # who is said to say it, when the article does not say it itself
    hedge: str = ""
    polarity: bool = True  # False: the article denies it
    modality: Modality = "asserted"
    as_of: Interval | None = None

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def sentence_end(self) -> int:
        """Where the claim's sentence ends in the article's text."""
        return self.sentence_start + len(self.sentence)
