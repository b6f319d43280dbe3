"""The claim tables: what each source file asserts, as JSON Lines, one file per source file, to diff and to keep.

The first line names the source file; then comes a line for each article, followed by one for each of its claims. Every claim type of this folder can be read back: `type` says which.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache, reduce
from hashlib import sha256
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from reconcile.claims.claim import Claim
from reconcile.errors import StoreError
from reconcile.files import strict_json
from reconcile.plugins import contributions
from reconcile.sources.article import Article

if TYPE_CHECKING:
    from pydantic import TypeAdapter

NAME, VERSION = "reconcile-claims", 1
SCHEMA = f"{NAME}/{VERSION}"


class Entry(NamedTuple):
    """An article of a source file, without its text, and what it asserts.

    `depends` is a hash of all that its claims follow from: its words, its solved date, what is skipped in it.
    """

    id: str
    title: str | None
    publisher: str | None
    agency: str | None
    published: str | None
    how: str | None
    start: int
    end: int
    depends: str
    claims: tuple[Claim, ...] = ()


class Table(NamedTuple):
    """What one source file asserts: its articles in the order of the text, each with its claims."""

    source: str
    entries: tuple[Entry, ...]


def entry(article: Article, claims: Iterable[Claim]) -> Entry:
    """The entry of `article` in the table of its file."""
    return Entry(
        id=article.id,
        title=article.title,
        publisher=article.publisher,
        agency=article.agency,
        published=article.published.value if article.published else None,
        how=article.published.how if article.published else None,
        start=article.start,
        end=article.end,
        depends=depends(article),
        claims=tuple(claims),
    )


def depends(article: Article) -> str:
    """A hash of all that the claims of `article` follow from, the extractors' own code apart."""
    return sha256(_adapter(Article).dump_json(article)).hexdigest()[:24]


def write(table: Table) -> str:
    """The table as JSON Lines. Law: `read(write(table), name) == table`."""
    rows: list[dict[str, Any]] = [{"table": SCHEMA, "source": table.source}]
    for item in table.entries:
        told = item._asdict()
        rows.append({"type": "article"} | {k: v for k, v in told.items() if k != "claims" and v is not None})
        rows += [_row(claim) for claim in item.claims]
    return "".join(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in rows)


def read(text: str, name: str) -> Table:
    """The table that `text` holds. Raises StoreError, naming file and line, for anything that is not a table.

    A last line that was torn by a crash counts as broken: the caller makes the table again.
    """
    from pydantic import ValidationError

    rows = list(_rows(text, name))
    head = rows[0][1] if rows else {}
    if head.get("table") != SCHEMA:
        raise StoreError(f"{name}:1: not a claim table of schema {SCHEMA}, but {head.get('table')!r}")
    entries: list[dict[str, Any]] = []
    for line, row in rows[1:]:
        try:
            if row.get("type") == "article":
                entries.append(row | {"claims": []})
            elif entries:
                entries[-1]["claims"].append(_claims().validate_json(json.dumps(row)))
            else:
                raise StoreError(f"{name}:{line}: a claim before the first article")
        except ValidationError as error:
            first = error.errors()[0]
            raise StoreError(f"{name}:{line}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    try:
        made = tuple(_entry(row) for row in entries)
        return Table(source=str(head["source"]), entries=made)
    except (KeyError, TypeError) as error:
        raise StoreError(f"{name}: an article or the heading lacks {error}") from error


def claim_types() -> tuple[type[Claim], ...]:
    """The claim classes, one per file of this folder and per plugin."""
    return tuple(_claim_class(module) for module in contributions("reconcile.claims", "TYPE"))


def _entry(row: dict[str, Any]) -> Entry:
    optional = dict.fromkeys(("title", "publisher", "agency", "published", "how"))
    fields = optional | {key: value for key, value in row.items() if key != "type"}
    return Entry(**fields | {"claims": tuple(row["claims"])})


def _row(claim: Claim) -> dict[str, Any]:
    kind: Any = type(claim)
    told: dict[str, Any] = _adapter(kind).dump_python(claim, mode="json", exclude_defaults=True)
    return {"type": getattr(claim, "type", "")} | told


def _rows(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line:
            continue
        try:
            row = strict_json(line)
        except (ValueError, RecursionError) as error:
            raise StoreError(f"{name}:{number}: not a JSON object: {error}") from error
        if not isinstance(row, dict):
            raise StoreError(f"{name}:{number}: not a JSON object")
        yield number, row


def _claim_class(module: Any) -> type[Claim]:
    for item in vars(getattr(module, "_module", module)).values():
        if isinstance(item, type) and issubclass(item, Claim):
            kind = getattr(item, "__dataclass_fields__", {}).get("type")
            if kind is not None and kind.default == module.TYPE:
                return item
    raise StoreError(f"{module.__name__} defines TYPE = {module.TYPE!r} but no claim class of that type")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


@cache
def _claims() -> TypeAdapter[Any]:
    from pydantic import Field, TypeAdapter

    kinds: list[Any] = list(claim_types())
    union: Any = kinds[0] if len(kinds) == 1 else Annotated[reduce(or_, kinds), Field(discriminator="type")]
    return TypeAdapter(union)
