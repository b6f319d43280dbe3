"""HTML pages: the article's words as one line a block; dates and names from JSON-LD, `<time>` and meta tags first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reconcile.sources.article import Article, Stamp
from reconcile.sources.credits import agency_of, credited_outlet
from reconcile.sources.heading import is_prose
from reconcile.sources.lines import split_lines
from reconcile.sources.page import Part, split_page
from reconcile.sources.source_file import SourceFile
from reconcile.sources.stamps import printed_dates

if TYPE_CHECKING:
    from reconcile.sources.markup import Block, Markup

SUFFIXES = (".html", ".htm", ".xhtml")
_MAX_JSON = 200_000
_DATE_LINE = 100  # characters of a line that may be the page's own date
_ENOUGH = 200  # characters of prose that make an element the article's
_TITLE_JOINTS = (" | ", " - ", " – ", " — ", " :: ")


def read(source: SourceFile, identity: str) -> Iterator[Article]:
    """Yields the article of the page, or those of a list page. Offsets are in the extracted text: a line a block."""
    from reconcile.sources.markup import parse_markup  # only pages of this kind pay for the parser

    page = parse_markup(source.text)
    text = "\n".join(block.words for block in _chosen(page.blocks))
    parts = split_page(list(split_lines(text)), None)
    if len(parts) == 1:
        yield _article(source, text, parts[0], identity, page)
    else:
        for number, part in enumerate(parts, 1):
            yield _article(source, text, part, f"{identity}#{number}", None)


def _article(source: SourceFile, text: str, part: Part, name: str, page: Markup | None) -> Article:
    """The article of a part of the page; what the markup states holds for the only article of a page."""
    linked = _linked(page) if page else {}
    title = _title(page, linked) if page else None
    url = part.url or linked.get("url")
    publisher = part.publisher
    stamps = list(part.stamps)
    if page:
        url = linked.get("url") or page.canonical or page.meta.get("og:url") or part.url
        publisher = (
            linked.get("publisher") or page.meta.get("og:site_name") or _site(page, title) or publisher
        )
        stamps = [*_stamps(page, linked), *stamps, *([Stamp("url", url)] if url else [])]
    body = text[part.start : part.end]
    return Article(
        id=name,
        text=body,
        path=source.path,
        title=title or part.title,
        publisher=publisher or credited_outlet(url),
        agency=agency_of(body, part.byline, publisher),
        url=url,
        language=(page.language if page else "").split("-")[0].lower() or "en",
        start=part.start,
        line=part.line,
        skip=tuple((first - part.start, last - part.start) for first, last in part.skip),
        notes=tuple(part.repairs),
        stamps=tuple(stamps),
    )


def _chosen(blocks: list[Block]) -> list[Block]:
    """The blocks of the article: those of its element, else of the main one, else whatever is not furniture."""
    words = [block for block in blocks if not block.furniture and not _is_link(block)]
    trusted = [block for block in words if not block.suspect]
    if 2 * _prose(trusted) >= _prose(words):
        words = trusted  # else the class names mislead: they call the article itself a sidebar
    for region in (("article",), ("article", "main")):
        inside = [block for block in words if block.region in region]
        if _prose(inside) >= _ENOUGH:
            return inside
    return words


def _is_link(block: Block) -> bool:
    return block.linked > 0.7 and not is_prose(block.words)


def _prose(blocks: list[Block]) -> int:
    return sum(len(block.words) for block in blocks if is_prose(block.words))


def _stamps(page: Markup, linked: dict[str, str]) -> list[Stamp]:
    stamps = []
    if linked.get("date"):
        stamps.append(Stamp("JSON-LD", linked["date"]))
    for name in (
        "article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "parsely-pub-date",
        "pubdate",
    ):
        if page.meta.get(name):
            stamps.append(Stamp("meta tag", page.meta[name]))
            break
    stamps.extend(Stamp("time element", value) for value in page.times[:1])
    if not stamps:
        stamps.extend(_date_line(page))
    return stamps


def _date_line(page: Markup) -> list[Stamp]:
    """The date of a short line outside the prose ("12 January 2020, 17:05 · 14 comments"): the first one counts."""
    for block in page.blocks:
        if len(block.words) <= _DATE_LINE and not is_prose(block.words):
            dates = [found for found in printed_dates(block.words) if found.days]
            if dates:
                return [Stamp("heading", dates[0].words)]
    return []


def _title(page: Markup, linked: dict[str, str]) -> str | None:
    heading = next((block.words for block in page.blocks if block.tag == "h1" and not block.furniture), None)
    title = heading or linked.get("title") or page.meta.get("og:title")
    if title:
        return title
    name = page.title
    for joint in _TITLE_JOINTS:
        name = name.rsplit(joint, 1)[0]
    return name or None


def _site(page: Markup, title: str | None) -> str | None:
    """The site's name where the page title carries it after the headline: "Headline - Site"."""
    if title and page.title.startswith(title):
        return page.title[len(title) :].strip(" |-–—:") or None
    return None


def _linked(page: Markup) -> dict[str, str]:
    """Headline, publisher, date and address as JSON-LD states them."""
    for script in page.scripts:
        try:
            found = json.loads(script) if len(script) <= _MAX_JSON else None
        except (ValueError, RecursionError):
            continue
        for item in _items(found):
            kind = item.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(k, str) and (k.endswith("Article") or k == "BlogPosting") for k in kinds):
                publisher = item.get("publisher")
                name = publisher.get("name") if isinstance(publisher, dict) else publisher
                facts = {
                    "title": item.get("headline"),
                    "publisher": name,
                    "date": item.get("datePublished"),
                    "url": item.get("url"),
                }
                return {key: value for key, value in facts.items() if isinstance(value, str)}
    return {}


def _items(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, list):
        for item in found:
            yield from _items(item)
    elif isinstance(found, dict):
        yield found
        graph = found.get("@graph")
        if isinstance(graph, list):
            yield from (item for item in graph if isinstance(item, dict))
