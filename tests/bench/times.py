"""Temporal expressions: characters a second on plain news prose, and the growth exponent on hostile input.

Run with `python -m tests.bench.times`, or with all benches by `python -m tests.bench`.
"""

from __future__ import annotations

import math
import time
from datetime import date

from reconcile.language.times import tag_times

PUBLISHED = date(2025, 7, 14)
PROSE = (  # about one time in 240 characters, as in a newspaper
    "The mayor of the harbour town said on Friday that repairs to the north pier would take another eighteen months."
    " Ferries that used to leave from the old landing now share a berth with the pilot boats, and passengers queue"
    " along the fish market, where stallholders complain about the noise and the council about the bill. The"
    " engineer in charge, a native of the island opposite, blamed the delay on timber that had to be sent back to the"
    " mill and on a crane whose hook was found to be cracked. About 1,900 passengers were turned away last year, and"
    " the council has asked three firms for offers by August 15. Nobody at the depot could say why the crane was still"
    " wrapped in plastic, or who had signed for it. The harbour master, who has an office above the chandler's shop,"
    " keeps a list of the vessels that had to wait outside the breakwater, with the names of their captains and what"
    " they shouted. He intends to read it aloud at the next meeting, he said, if anyone can be found to listen.\n\n"
)
HOSTILE = {
    "a million dates": "On July 9, 2025, ",
    "articles": "a a a a ",
    "ones": "1 1 1 1 ",
    "quotation marks": "\"' “ ",
    "hyphens": "1-1-1-1-",
    "colons": "1:1:1:",
    "slashes": "1/1/1/",
    "numerals": "twenty-one and a half ",
    "years": "1990-1991-",
    "weekdays": "Monday and Tuesday and ",
    "modifiers": "the end of the early the ",
    "meridiems": "a.m. p.m. ",
    "line ends": "\n\n\n",
    "digits": "123456789",
}
SIZES = (16_000, 128_000, 1_000_000)


def seconds(text: str, rounds: int = 3) -> float:
    """The least processor time that tagging `text` took."""
    best = math.inf
    for _ in range(rounds):
        began = time.process_time()
        tag_times(text, PUBLISHED)
        best = min(best, time.process_time() - began)
    return best


def exponent(unit: str) -> tuple[float, float]:
    """How time grows with size from the smallest to the largest text of repeated `unit`, and the largest's time."""
    taken = [seconds((unit * (size // len(unit) + 1))[:size], 2) for size in SIZES]
    return math.log(taken[-1] / taken[0]) / math.log(SIZES[-1] / SIZES[0]), taken[-1]


def main() -> None:
    """Prints the figures."""
    text = PROSE * 200
    print(f"times: {len(text) / seconds(text):,.0f} characters a second on prose")
    for name, unit in HOSTILE.items():
        growth, last = exponent(unit)
        print(f"times: exponent {growth:.2f} on {name}, {SIZES[-1]:,} characters in {last:.2f} s")


if __name__ == "__main__":
    main()
