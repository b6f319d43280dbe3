"""Makes text safe to show: whatever could steer a terminal or reorder what a reader sees is written out."""

from __future__ import annotations

import re
import unicodedata

from reconcile.values.regex import regex

# C0 and C1 controls, bidirectional overrides and isolates, zero-width and line separators, lone surrogates, BOM.
_STEERING = regex(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
_INVALID_XML = regex("[\ufffe\uffff]")


def visible(text: str) -> str:
    """`text` on one line, every control and steering character written as an escape such as `\\x1b`."""
    return _STEERING.sub(_escape, text)


def visible_lines(text: str) -> str:
    """Like `visible`, but line breaks and tabs stay: for text that is many lines on purpose."""
    return _STEERING.sub(lambda m: m.group() if m.group() in "\n\t" else _escape(m), text)


def xml_safe(text: str) -> str:
    """Like `visible_lines`, and without the last characters that no XML document may hold."""
    return _INVALID_XML.sub(_escape, visible_lines(text))


def columns(text: str) -> int:
    """How many terminal columns `text` takes: wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if char in "\n\r\t":
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}[char]
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
