"""Bytes to text: by byte order mark, as UTF-8, else by a detected encoding, and never silently repaired."""

from __future__ import annotations

import codecs
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_SHARE = 0.005  # of the bytes are NUL or other control codes that no text holds
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b\x0b\x08")


class Decoded(NamedTuple):
    """The text, or why there is none; `code` names what was odd."""

    text: str = ""
    code: str = ""
    message: str = ""
    refused: bool = False


def decode(data: bytes) -> Decoded:
    """The text of `data` with line ends as `\\n`.

    Every undecodable byte and every NUL becomes one U+FFFD, and a note says so. A UTF-8 byte order mark stays as
    the first character, so that offsets are those of the file.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    if refused := _binary(data):
        return refused
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _repaired(data, error)
    if "\0" in text:
        text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
        return Decoded(_newlines(text), "W-NUL", "holds NUL bytes; each is read as U+FFFD")
    return Decoded(_newlines(text))


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _marked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
    if "\N{REPLACEMENT CHARACTER}" in text:
        return Decoded(_newlines(text), "W-ENCODING", f"holds bytes that are not {encoding}, read as U+FFFD")
    return Decoded(_newlines(text))


def _binary(data: bytes) -> Decoded | None:
    """A refusal when the bytes are UTF-16 without a mark, or no text at all."""
    nul = data.count(0)
    if nul and nul >= len(data) // 4:
        even, odd = data[0::2].count(0), data[1::2].count(0)
        if max(even, odd) > 0.4 * (len(data) // 2) and min(even, odd) < 0.05 * len(data):
            return Decoded(
                code="E-ENCODING", message="looks like UTF-16 without a byte order mark", refused=True
            )
        return Decoded(code="E-BINARY", message="is not text", refused=True)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > max(4, _BINARY_SHARE * len(data)):
        return Decoded(code="E-BINARY", message="is not text", refused=True)
    return None


def _repaired(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """UTF-8 with a few broken bytes, or another encoding."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    letters = sum(1 for character in text if character >= "\x80") - broken
    if error.start >= len(data) - 3 or broken * 4 < letters:
        message = f"is not valid UTF-8 from byte {error.start}; broken bytes are read as U+FFFD"
        return Decoded(_newlines(text.replace("\0", "\N{REPLACEMENT CHARACTER}")), "W-ENCODING", message)
    encoding = _detected(data)
    text = data.decode(encoding, "replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
    return Decoded(_newlines(text), "W-ENCODING", f"is not UTF-8; read as {encoding}")


def _detected(data: bytes) -> str:
    """The likeliest encoding. Western single-byte text is CP1252: detectors guess wildly on a few accents."""
    high = sum(1 for byte in data if byte >= 0x80)
    if high * 5 < len(data):
        try:
            data.decode("cp1252")
        except UnicodeDecodeError:
            return "latin-1"
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    return best.encoding if best else "cp1252"
