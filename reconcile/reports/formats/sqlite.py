"""SQLite: the report as a database, for queries."""

from __future__ import annotations

import sqlite3

from reconcile.reports.report import Report

_SCHEMA = """
CREATE TABLE article (id TEXT PRIMARY KEY, path TEXT, title TEXT, publisher TEXT, agency TEXT,
                      published TEXT, published_how TEXT, url TEXT);
CREATE TABLE finding (id TEXT, rule TEXT, slug TEXT, kind TEXT, question TEXT, verdict TEXT, reason TEXT,
                      because TEXT, favours TEXT, confidence REAL, PRIMARY KEY (id, verdict));
CREATE TABLE side (finding TEXT, verdict TEXT, number INTEGER, value TEXT, origins INTEGER,
                   PRIMARY KEY (finding, verdict, number));
CREATE TABLE witness (finding TEXT, verdict TEXT, side INTEGER, claim TEXT, type TEXT, article TEXT, line INTEGER,
                      "column" INTEGER, start INTEGER, "end" INTEGER, quote TEXT, sentence TEXT, value TEXT);
CREATE TABLE notice (path TEXT, line INTEGER, code TEXT, message TEXT, skipped INTEGER);
"""
_LIBRARY_VERSION = slice(96, 100)  # of the header: which SQLite wrote the file; no reader needs it


def render(report: Report) -> bytes:
    """The database file's bytes: the same bytes for the same report."""
    store = sqlite3.connect(":memory:")
    try:
        store.executescript(_SCHEMA)
        _fill(store, report)
        store.commit()
        image = bytearray(store.serialize())
    finally:
        store.close()
    image[_LIBRARY_VERSION] = bytes(4)
    return bytes(image)


def _fill(store: sqlite3.Connection, report: Report) -> None:
    for a in report.articles:
        dated = (a.published.value, a.published.how) if a.published else (None, None)
        _insert(store, "article", a.id, a.path, a.title, a.publisher, a.agency, *dated, a.url)
    for f in report.findings:
        told = (f.question, f.verdict, f.reason, f.because, f.favours, f.confidence)
        _insert(store, "finding", f.id, f.rule, f.slug, f.kind, *told)
        for number, side in enumerate(f.sides, 1):
            _insert(store, "side", f.id, f.verdict, number, side.value, side.origins)
            for w in side.claims:
                where = (w.article, w.line, w.column, w.start, w.end)
                _insert(
                    store,
                    "witness",
                    f.id,
                    f.verdict,
                    number,
                    w.id,
                    w.type,
                    *where,
                    w.quote,
                    w.sentence,
                    w.value,
                )
    for n in report.notices:
        _insert(store, "notice", n.path, n.line, n.code, n.message, int(n.skipped))


def _insert(store: sqlite3.Connection, table: str, *values: object) -> None:
    store.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)
