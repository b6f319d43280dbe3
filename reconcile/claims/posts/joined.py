"""Two fields in the name of one post: "trade and industry minister", "chairman of the energy and climate committee"."""

from __future__ import annotations

from reconcile.values.regex import regex
from reconcile.values.roles import departments, head_words, kinds_of_bodies, work_words

_FIELD = regex(r"\b([A-Za-z]+) and \Z")


def joined_before(text: str, floor: int, at: int) -> int | None:
    """Where the first of two fields begins of which the second stands at `at`: "trade and | industry minister"."""
    field = _FIELD.search(text, max(floor, at - 40), at)
    fields = {field.group(1).lower(), text[at:].split(" ", 1)[0].lower()} if field else {""}
    return field.start() if field and fields <= departments() | work_words() else None


_LISTED = regex(
    r"(?:[a-z]+,? )*?and (?P<last>(?!(?:the|an?|his|her|its|their|other|two|three)\b)[a-z]+)(?P<more>(?: [a-z]+){0,2})"
)


def joined(text: str, start: int, at: int) -> int | None:
    """Where a body ends of which more is told from `at` on: "of trade | and industry", "of the energy | and climate committee"."""
    found = _LISTED.match(text, at, at + 60)
    if found is None:
        return None
    said, more = text[start:at].lower().replace(",", " ").split(), found.group("more").split()
    named = [found.group("last"), *more]
    led = next((i for i, word in enumerate(named) if word in kinds_of_bodies()), None)
    if led is not None and text.startswith("and ", at) and not kinds_of_bodies() & {*said}:
        return found.start("last") + len(" ".join(named[: led + 1]))
    listed = {*said, *text[at : found.end("last")].replace(",", " ").split()} - {"and"}
    whole = not more or more[0] not in head_words()
    return found.end("last") if whole and listed <= departments() | work_words() else None
