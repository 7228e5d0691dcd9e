import subprocess
import sys
import time
from threading import Event

import pytest

from crypto.errors import KeyringTimeout
from crypto.keyring.patience import Prompt, answer


def test_an_answer_is_passed_on() -> None:
    assert answer(lambda _prompt: 7) == 7


def test_what_the_call_raises_is_raised() -> None:
    def call(_prompt: Prompt) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        answer(call)


def test_silence_is_a_timeout_and_the_late_answer_is_dropped() -> None:
    release = Event()

    def call(_prompt: Prompt) -> str:
        release.wait()
        return "late"

    started = time.monotonic()
    with pytest.raises(KeyringTimeout):
        answer(call, seconds=0.1)
    assert time.monotonic() - started < 1
    release.set()


def test_time_does_not_count_while_a_prompt_is_open() -> None:
    def call(prompt: Prompt) -> str:
        with prompt.shown():
            time.sleep(0.4)
        return "unlocked"

    assert answer(call, seconds=0.1) == "unlocked"


def test_time_counts_again_once_the_prompt_is_closed() -> None:
    release = Event()

    def call(prompt: Prompt) -> None:
        with prompt.shown():
            time.sleep(0.2)
        release.wait()

    with pytest.raises(KeyringTimeout):
        answer(call, seconds=0.1)
    release.set()


def test_a_prompt_that_ends_in_an_error_is_closed() -> None:
    prompt = Prompt()
    open_before: list[bool] = []

    def fail() -> None:
        with prompt.shown():
            open_before.append(prompt.is_open)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert open_before == [True]
    assert not prompt.is_open


def test_a_call_that_hangs_does_not_keep_the_process_alive() -> None:
    program = (
        "import time\n"
        "from crypto.errors import KeyringTimeout\n"
        "from crypto.keyring.patience import answer\n"
        "try:\n"
        "    answer(lambda prompt: time.sleep(600), seconds=0.1)\n"
        "except KeyringTimeout:\n"
        "    print('gave up')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=20, check=True
    )
    assert done.stdout == "gave up\n"
