"""Amid a long call most orders go first, long ones wait, and a closing ends the call."""

import queue

import pytest

from app.core.errors import Stopped
from ui.order_queue import OrderQueue
from ui.orders import Amid, Order


def order(token: int, amid: Amid = Amid.GOES_FIRST) -> Order:
    return Order(token, [], amid)


def a_queue(*orders: Order | None) -> OrderQueue:
    coming = OrderQueue()
    for each in orders:
        coming.put(each)
    return coming


def meanwhile(coming: OrderQueue) -> list[int]:
    return [each.token for each in coming.amid_a_long_call()]


def rest(coming: OrderQueue) -> list[int | None]:
    tokens: list[int | None] = []
    while True:
        try:
            taken = coming.next(timeout=0)
        except queue.Empty:
            return tokens
        tokens.append(None if taken is None else taken.token)


def test_orders_come_in_the_order_in_which_they_were_put() -> None:
    assert rest(a_queue(order(1), order(2, Amid.WAITS), None)) == [1, 2, None]


def test_amid_a_long_call_nothing_waiting_is_nothing_to_do() -> None:
    assert meanwhile(a_queue()) == []


def test_what_is_quick_goes_first_and_what_is_long_waits() -> None:
    coming = a_queue(order(1), order(2, Amid.WAITS), order(3), order(4, Amid.WAITS))
    assert meanwhile(coming) == [1, 3]
    coming.put(order(5))
    assert meanwhile(coming) == [5]
    coming.put(order(6))
    assert rest(coming) == [2, 4, 6]


def test_what_comes_while_others_go_first_goes_first_too() -> None:
    coming = a_queue(order(1))
    tokens: list[int] = []
    for each in coming.amid_a_long_call():
        tokens.append(each.token)
        if each.token < 5:
            coming.put(order(each.token + 1))
    assert tokens == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("closing", "token"), [(order(9, Amid.ENDS_IT), 9), (None, None)], ids=["close", "stop"]
)
def test_a_closing_ends_the_call_after_what_was_asked_before(
    closing: Order | None, token: int | None
) -> None:
    coming = a_queue(order(1), closing, order(2))
    assert before_the_end(coming) == [1]
    assert rest(coming) == [token, 2]


def before_the_end(coming: OrderQueue) -> list[int]:
    tokens: list[int] = []
    with pytest.raises(Stopped):
        tokens.extend(each.token for each in coming.amid_a_long_call())
    return tokens


def test_a_call_that_was_waiting_is_ended_at_once_when_a_closing_waits_too() -> None:
    coming = a_queue(order(1, Amid.WAITS), order(2, Amid.ENDS_IT), order(3))
    assert before_the_end(coming) == []
    first = coming.next()
    assert first is not None
    assert first.token == 1  # which begins, and breathes:
    assert before_the_end(coming) == []
    assert rest(coming) == [2, 3]
