"""The claim table, as an editor would read it: what each article asserts, and who answers what."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.align.questions import questions
from reconcile.align.story import Story
from reconcile.claims.claim import Claim
from reconcile.claims.opposite import OppositeClaim
from reconcile.reports.formats.csv import inert
from reconcile.reports.formats.json import dump
from reconcile.reports.grid import grid, markdown_grid

Rows = list[tuple[str, ...]]
_HEADERS = ("claim", "type", "subject", "value", "words", "by", "where")
_WIDTHS = (12, 13, 28, 26, 34, 22, 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which claims a reader asked for; what is not given does not filter."""

    types: tuple[str, ...] = ()
    subject: str | None = None
    article: str | None = None
    date: str | None = None

    def takes(self, claim: Claim, story: Story) -> bool:
        """Whether the claim was asked for."""
        article = story.article(claim)
        if self.types and getattr(claim, "type", "") not in self.types:
            return False
        if self.subject and self.subject.casefold() not in claim.subject.casefold():
            return False
        named = (
            article.id,
            article.path or "",
            (article.path or "").rsplit("/", 1)[-1],
            article.publisher or "",
        )
        if self.article and self.article.casefold() not in (name.casefold() for name in named):
            return False
        published = article.published.value if article.published else ""
        return not self.date or published.startswith(self.date)


def claim_rows(stories: Iterable[Story], wanted: Filter) -> Rows:
    """A heading and a row per claim, in article and text order."""
    claims = [(claim, story) for story in stories for claim in story.claims if wanted.takes(claim, story)]
    claims.sort(key=lambda pair: (pair[0].span.article, pair[0].span.start, pair[0].id))
    return [_HEADERS, *(_row(claim, story) for claim, story in claims)]


def matrix_rows(stories: Iterable[Story], wanted: Filter) -> Rows:
    """A heading and a row per question that two or more articles answer, with a column per article."""
    told = list(stories)
    asked = [(question, story) for story in told for question in questions(story)]
    rows = [
        (question.words, {a: _answer(question.claims, a) for a in question.articles})
        for question, story in asked
        if len(question.articles) > 1 and any(wanted.takes(claim, story) for claim in question.claims)
    ]
    articles = sorted({article for _, answers in rows for article in answers})
    heading = ("question", *articles)
    return [heading, *((words, *(answers.get(a, "") for a in articles)) for words, answers in rows)]


def shown(rows: Rows, form: str) -> str:
    """The rows, the first of which is the heading, as a table, Markdown, CSV or JSON Lines."""
    heading, body = rows[0], rows[1:]
    if form == "md":
        return markdown_grid(heading, body) + "\n"
    if form == "csv":
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([[inert(cell) for cell in row] for row in rows])
        return out.getvalue()
    if form == "jsonl":
        return "".join(_json(heading, row) + "\n" for row in body)
    widths = _WIDTHS if heading == _HEADERS else (34, *(18 for _ in heading[1:]))
    return grid(heading, body, widths) + "\n"


def _row(claim: Claim, story: Story) -> tuple[str, ...]:
    article, span = story.article(claim), claim.span
    where = f"{article.path or article.id}:{span.line}:{span.column}"
    by = article.publisher or article.id
    if claim.attribution:
        by = f"{claim.attribution}, in {by}"
    marks = [
        *([] if claim.polarity else ["denied"]),
        *([claim.modality] if claim.modality != "asserted" else []),
    ]
    value = f"{claim} ({', '.join(dict.fromkeys(marks))})" if marks else str(claim)
    return (claim.id, getattr(claim, "type", ""), _about(claim), value, span.quote, by, where)


def _about(claim: Claim) -> str:
    """Who or what the claim is about; without a subject what it measures, who speaks, what happened, what it decides between."""
    if claim.subject:
        return claim.subject
    if isinstance(claim, OppositeClaim):
        return " or ".join(claim.event.partition(" ")[2].split("/"))
    said = str(getattr(claim, "measure", "") or getattr(claim, "speaker", "") or claim.event)
    return "" if said in _INTERNAL else said


# What families of claims are called within the code, which tells a reader nothing.
_INTERNAL = frozenset(
    {
        "fate",
        "charge",
        "harm",
        "where",
        "badly",
        "moved",
        "unnamed",
        "told",
        "other",
        "stage",
        "alone",
        "described",
    }
)


def _answer(claims: Sequence[Claim], article: str) -> str:
    return "; ".join(dict.fromkeys(str(claim) for claim in claims if claim.span.article == article))


def _json(heading: Sequence[str], row: Sequence[str]) -> str:
    return dump(dict(zip(heading, row, strict=True)))
