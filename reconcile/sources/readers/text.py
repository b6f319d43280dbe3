"""Plain text and Markdown: a little front matter or none, then the words; or a page as saved from a browser."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.sources.article import Article
from reconcile.sources.credits import agency_of, credited_outlet
from reconcile.sources.front_matter import FrontMatter, read_front_matter
from reconcile.sources.heading import headline_end
from reconcile.sources.lines import split_lines
from reconcile.sources.page import Part, split_page
from reconcile.sources.source_file import SourceFile
from reconcile.sources.stated import stated_facts, title_of
from reconcile.sources.statements import meaning

SUFFIXES = (".txt", ".text", ".md", ".markdown", "")


def read(source: SourceFile, identity: str) -> Iterator[Article]:
    """Yields the articles of the file; `identity` begins their ids."""
    text = source.text
    front = read_front_matter(text)
    title = title_of(front)
    lines = list(split_lines(text, front.end, front.lines + 1))
    parts = split_page(lines, title.value if title else None)
    for number, part in enumerate(parts, 1):
        yield _article(source, front, part, identity if len(parts) == 1 else f"{identity}#{number}")


def _article(source: SourceFile, front: FrontMatter, part: Part, identity: str) -> Article:
    text = source.text
    facts = stated_facts(front, part)
    start, line, column, skip = part.start, part.line, 1, part.skip
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    title = title_of(front)
    if (
        title and part.title == title.value and title.start < start
    ):  # the headline is the article's first line
        skip = [(title.start + headline_end(title.value), start), *skip]
        start, line, column = title.start, title.line, title.column
    body = text[start : part.end]
    for stamp in facts.stamps:
        if stamp.kind == "front matter" and not meaning(stamp).options:
            message = f"gives {stamp.words!r} as its date, which is no day of the calendar"
            source.note("W-DATE", message, front.entries["published"].line)
    publisher = facts.publisher or part.publisher
    agency = facts.agency or agency_of(
        text[part.start : part.end], part.byline, publisher, text[part.end : part.end + 400]
    )
    return Article(
        id=identity,
        text=body,
        path=source.path,
        title=facts.title or part.title,
        publisher=publisher or credited_outlet(facts.url),
        agency=agency,
        url=facts.url,
        language=facts.language,
        trust=facts.trust,
        start=start,
        line=line,
        column=column,
        skip=tuple((first - start, last - start) for first, last in skip),
        notes=tuple(part.repairs),
        stamps=tuple(facts.stamps),
    )
