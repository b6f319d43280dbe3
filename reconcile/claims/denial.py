"""Denials: what an article says was not done, or somebody denies ("did not attend", "denied that it had paid")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.language.vocabulary import vocabulary

TYPE = "denial"

_MARKS = frozenset(
    {"not", "never", "didn", "doesn", "don", "hasn", "haven", "hadn", "wasn", "weren", "isn", "aren"}
    | {"denied", "denies", "deny"}
)
_NOT = re.compile(
    r"(?:(?:did|does|do|has|have|had|was|were|is|are)(?: not|n['’]t)|never)"
    r"(?P<soft>(?: (?:yet|also|even|actually|been|be|in fact))*) (?P<verb>[a-z]{4,})",
    re.I,
)
_DENIED = re.compile(
    r"(?:denied|denies|deny)(?: (?:(?:that|reports that|claims that) (?:[\w'’-]+ ){1,4}?(?:had|has|have|was|were)(?: been| ever)?"
    r"|having|ever having))? (?P<verb>[a-z]{3,})\b"
)
_AUXILIARY = re.compile(r"(?:did|does|do|has|have|had|was|were|is|are) \Z", re.I)
_HYPOTHETICAL = re.compile(r"\b(?:if|whether|unless|should|would|could|may|might)\b[^.;]{0,40}\Z", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialClaim(Claim):
    """That something was not done; with `polarity` true, that it was. `value` is the verb as written.

    `denied` says that somebody denies it, where the article itself takes no stand.
    """

    type: Literal["denial"] = "denial"
    value: str
    denied: bool = False

    def __str__(self) -> str:
        return self.value if self.polarity else f"not {self.value}"


def extract(reading: Reading) -> Iterator[DenialClaim]:
    """Yields the denials outside quotation marks and conditions."""
    text = reading.document.text
    for at, word in vocabulary(text).places(_MARKS):
        start = at
        if word == "not":
            before = _AUXILIARY.search(text, max(0, at - 6), at)
            start = before.start() if before else at
        match = _DENIED.match(text, at) if word.startswith("den") else _NOT.match(text, start)
        if match is None or _HYPOTHETICAL.search(text, max(0, start - 60), start):
            continue
        yield reading.claim(
            DenialClaim,
            match.start(),
            match.end(),
            value=match.group("verb"),
            event=match.group("verb"),
            polarity=False,
            modality="denied",
            denied=word.startswith("den"),
        )
