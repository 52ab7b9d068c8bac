"""What replies mean, when people are tried again, how fast messages go, and what a message looks like on the wire."""

import re
from datetime import timedelta

import pytest

from plugins.sending.pace import Cap, Pace, caps, time_needed
from plugins.sending.replies import Reply, Stage, Verdict, judge
from plugins.sending.retries import delay_after
from plugins.sending.wire import filled, longest_line, stuffed, template, with_crlf
from tests.sending.letters import MESSAGE, NOW

REPLIES = [
    ("250 2.0.0 ok", Stage.MESSAGE, Verdict.ACCEPTED),
    ("251 will forward", Stage.RECIPIENT, Verdict.ACCEPTED),
    ("421 4.7.0 too many", Stage.RECIPIENT, Verdict.CLOSING),
    ("421 closing", Stage.MESSAGE, Verdict.CLOSING),
    ("450 4.2.1 busy", Stage.RECIPIENT, Verdict.LATER),
    ("451 4.7.1 greylisted", Stage.RECIPIENT, Verdict.LATER),
    ("452 4.2.2 full", Stage.RECIPIENT, Verdict.LATER),
    ("550 5.1.1 unknown", Stage.RECIPIENT, Verdict.UNKNOWN),
    ("550 5.1.10 null MX", Stage.MESSAGE, Verdict.UNKNOWN),
    ("550 5.1.8 bad sender", Stage.RECIPIENT, Verdict.OURS),
    ("550 no", Stage.RECIPIENT, Verdict.UNREACHED),
    ("550 5.2.1 disabled", Stage.RECIPIENT, Verdict.UNREACHED),
    ("552 5.2.2 full", Stage.RECIPIENT, Verdict.UNREACHED),
    ("552 full", Stage.MESSAGE, Verdict.UNREACHED),
    ("552 5.3.4 too big", Stage.RECIPIENT, Verdict.OURS),
    ("550 5.7.1 spam", Stage.MESSAGE, Verdict.OURS),
    ("554 5.7.1 refused", Stage.RECIPIENT, Verdict.OURS),
    ("530 login first", Stage.SENDER, Verdict.OURS),
    ("535 5.1.1 login", Stage.RECIPIENT, Verdict.OURS),
    ("550 5.1.1 who", Stage.SENDER, Verdict.OURS),
    ("554 no", Stage.MESSAGE, Verdict.OURS),
]


@pytest.mark.parametrize(("reply", "stage", "verdict"), REPLIES)
def test_replies_are_judged_by_status_then_by_code(reply: str, stage: Stage, verdict: Verdict) -> None:
    """The enhanced status decides; without one, the code and what was refused do; our own faults are no reader's."""
    code, _, text = reply.partition(" ")
    assert judge(Reply(int(code), text), stage) is verdict


def test_who_is_put_off_is_tried_for_a_day() -> None:
    """After 5 minutes, 30 minutes, 2 hours, then every 6 hours, within 24 hours of the first try."""
    delays = [delay_after(tries) for tries in range(1, 9)]
    assert delays[:5] == [timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6), timedelta(hours=6)]
    told = [delay for delay in delays if delay]
    assert sum(told, timedelta()) <= timedelta(hours=24)
    assert delays[len(told) :] == [None] * (8 - len(told))


def test_a_cap_of_zero_is_none() -> None:
    """Only caps that are set hold."""
    assert caps(20, 0, 1440) == (Cap(20, 60), Cap(1440, 86400))
    assert Pace(()).free_at() == float("-inf")


def test_the_pace_holds_all_caps_at_once() -> None:
    """The next message waits until every window has room."""
    pace = Pace(caps(2, 3, 0))
    for moment in (0, 10, 100):
        pace.count(moment)
    assert pace.free_at() == 3600
    pace.count(3600)
    assert pace.free_at() == 3610


def test_the_pace_recalls_what_went_out_before() -> None:
    """What the journal holds counts by its age; what seems to come from the future counts as just sent, and is waited for once."""
    pace = Pace((Cap(2, 60),))
    pace.recall([NOW - timedelta(seconds=50), NOW + timedelta(days=365)], NOW, 1000)
    assert pace.free_at() == 1010
    pace.count(1010)
    assert pace.free_at() == 1060


@pytest.mark.parametrize(("count", "seconds"), [(0, 0), (1, 0), (20, 0), (21, 60), (950, 47 * 60)])
def test_the_time_needed_is_that_of_the_caps(count: int, seconds: int) -> None:
    """As many windows are waited for as are full."""
    assert time_needed(count, caps(20, 0, 0)) == seconds


def test_dots_are_doubled_and_lines_end_in_crlf() -> None:
    """A line that starts with a dot gets another one; every line end becomes CRLF."""
    assert stuffed(with_crlf(b"a\n.\r\n..b\r.c")) == b"a\r\n..\r\n...b\r\n..c\r\n"
    assert longest_line(b"abc\r\nde\nf") == 3


def test_a_head_is_filled_without_touching_the_rest() -> None:
    """Fields are replaced whole, folded ones too, whatever their case; empty ones go; the body stays to the byte."""
    made = filled(template(MESSAGE), {"to": "<a@b.fr>", "LIST-unsubscribe": "<x>", "X-None": "", "Date": ""})
    head, _, body = made.partition(b"\r\n\r\n")
    assert body == MESSAGE.partition(b"\r\n\r\n")[2]
    assert head.count(b"stop@") == 0
    assert re.findall(rb"(?im)^(to|list-unsubscribe|date|x-none):", head) == [b"to", b"LIST-unsubscribe"]
