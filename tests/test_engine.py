"""The engine gives results in the order of the items, wherever they are made, and survives a worker that dies."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

from reconcile.engine import Engine, Lost


def square(number: int) -> int:
    return number * number


def dies_on_seven(number: int) -> int:
    if number == 7:
        os._exit(9)
    return number


def test_results_come_in_the_order_of_the_items() -> None:
    items = list(range(50))
    wanted = [square(item) for item in items]
    assert list(Engine().each(square, items)) == wanted
    assert list(Engine(jobs=2).each(square, items)) == wanted
    with ThreadPoolExecutor(3) as pool:
        assert list(Engine(executor=pool).each(square, items)) == wanted


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    list(Engine(progress=lambda done, total: told.append((done, total))).each(square, [1, 2]))
    assert told == [(1, 2), (2, 2)]


def test_an_item_whose_worker_dies_twice_is_named_and_the_rest_goes_on() -> None:
    items = list(range(5, 25))
    results = list(Engine(jobs=2).each(dies_on_seven, items))
    assert [r.item for r in results if isinstance(r, Lost)] == [7]
    assert [r for r in results if not isinstance(r, Lost)] == [item for item in items if item != 7]
