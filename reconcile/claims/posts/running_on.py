"""Titles whose body runs on into the name of the holder, with no mark between: "the mayor of Brae Anna Holm"."""

from __future__ import annotations

from reconcile.claims.posts.titles import Title
from reconcile.language.names.mentions import Mention
from reconcile.values.roles import parse_role


def runs_on(text: str, title: Title, person: Mention) -> bool:
    """Whether the body of a title and the name behind it are one run of capitals, of which the body is no title itself."""
    body = person.title
    return bool(body) and parse_role(body) is None and text.endswith(f" {body}", title.end, title.last)
