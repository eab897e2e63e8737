"""The verdict table of the deadline specification, row by row, and its corners."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from intake.errors import DeadlineMovedEarlier
from intake.triage.deadline import Evidence, Fence, Outage, adjudicate, moved
from intake.triage.vacancy import Deadline
from intake.triage.verdict import Flag, Timing

C = datetime(2026, 2, 8, 23, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
LONG_AFTER = C + 3 * DAY
DEADLINE = Deadline(C)


def judged(deadline: Deadline = DEADLINE, **known: Any) -> Timing:
    """The timing of a mail that was first seen long after the cut-off, unless said otherwise."""
    return adjudicate(Evidence(**{"seen_at": LONG_AFTER, **known}), deadline)


def found(timing: Timing) -> tuple[str, str]:
    return timing.verdict.value, timing.decided_by


def fence(uidnext: int = 18, recorded_at: datetime = C - MINUTE, uidvalidity: int = 7) -> Fence:
    return Fence(uidvalidity, uidnext, recorded_at)


class TestRow1Witness:
    def test_seen_by_the_cutoff(self) -> None:
        assert found(judged(seen_at=C)) == ("in_time", "witness")

    def test_seen_after_the_cutoff_proves_nothing(self) -> None:
        assert found(judged(seen_at=C + SECOND)) == ("unclear", "no_trusted_time")

    def test_below_the_fence(self) -> None:
        timing = judged(uid=17, uidvalidity=7, fence=fence(), internal=C + HOUR)
        assert found(timing) == ("in_time", "witness")

    def test_at_the_fence_is_not_below_it(self) -> None:
        timing = judged(uid=18, uidvalidity=7, fence=fence(), internal=C + HOUR)
        assert found(timing) == ("late", "internal")

    def test_a_fence_of_another_uidvalidity_proves_nothing(self) -> None:
        timing = judged(uid=17, uidvalidity=8, fence=fence(), internal=C + HOUR)
        assert found(timing) == ("late", "internal")

    def test_a_fence_that_was_recorded_after_the_cutoff_proves_nothing(self) -> None:
        late_fence = fence(recorded_at=C + SECOND)
        timing = judged(uid=17, uidvalidity=7, fence=late_fence, internal=C + HOUR)
        assert found(timing) == ("late", "internal")

    def test_a_fence_recorded_at_the_cutoff_itself_counts(self) -> None:
        timing = judged(uid=17, uidvalidity=7, fence=fence(recorded_at=C), internal=C + HOUR)
        assert found(timing) == ("in_time", "witness")

    def test_an_imported_mail_has_no_place_in_a_folder(self) -> None:
        assert found(judged(fence=fence(), internal=C + HOUR)) == ("late", "internal")

    def test_our_eyes_outweigh_every_clock(self) -> None:
        timing = judged(seen_at=C - MINUTE, internal=C - DAY, border=C + DAY)
        assert found(timing) == ("in_time", "witness")
        assert timing.received_at == C + DAY


class TestRow2NoTrustedTime:
    def test_no_stamp_at_all(self) -> None:
        timing = judged()
        assert found(timing) == ("unclear", "no_trusted_time")
        assert timing.received_at == LONG_AFTER

    def test_a_hold_that_is_over_does_not_make_it_late(self) -> None:
        assert found(judged(Deadline(C, hold_until=C + HOUR)))[0] == "unclear"


class TestRow3DeliveredBeforeAccepted:
    def test_the_cutoff_lies_between(self) -> None:
        timing = judged(internal=C - HOUR, border=C + HOUR)
        assert found(timing) == ("unclear", "clocks_disagree")
        assert timing.flags == (Flag.CLOCKS_DISAGREE,)
        assert timing.received_at == C + HOUR

    def test_even_by_a_second(self) -> None:
        assert found(judged(internal=C, border=C + SECOND)) == ("unclear", "clocks_disagree")

    def test_before_any_grace(self) -> None:
        timing = judged(Deadline(C, grace=HOUR), internal=C, border=C + MINUTE)
        assert found(timing) == ("unclear", "clocks_disagree")

    def test_both_after_the_cutoff_agree_that_it_is_late(self) -> None:
        timing = judged(internal=C + HOUR, border=C + 2 * HOUR)
        assert found(timing) == ("late", "border")

    def test_both_by_the_cutoff_agree_that_it_is_not(self) -> None:
        assert found(judged(internal=C - HOUR, border=C)) == ("in_time", "border")


class TestRow4BackdatedOrMoved:
    def test_a_later_poll_did_not_list_it(self) -> None:
        timing = judged(internal=C - HOUR, absent_at=C + HOUR)
        assert found(timing) == ("unclear", "backdated_or_moved")

    def test_not_when_the_poll_ended_by_the_cutoff(self) -> None:
        assert found(judged(internal=C - HOUR, absent_at=C)) == ("in_time", "internal")

    def test_not_within_two_minutes_of_the_stamp(self) -> None:
        stamp = C - MINUTE
        assert found(judged(internal=stamp, absent_at=stamp + 2 * MINUTE))[0] == "in_time"
        assert found(judged(internal=stamp, absent_at=stamp + 2 * MINUTE + SECOND))[0] == "unclear"

    def test_a_stamp_at_the_cutoff_itself(self) -> None:
        timing = judged(internal=C, absent_at=C + 2 * MINUTE + SECOND)
        assert found(timing) == ("unclear", "backdated_or_moved")

    def test_our_border_does_not_mend_it(self) -> None:
        timing = judged(internal=C - HOUR, border=C - HOUR, absent_at=C + HOUR)
        assert found(timing) == ("unclear", "backdated_or_moved")

    def test_in_time_when_another_watched_folder_held_it_by_then(self) -> None:
        timing = judged(internal=C - HOUR, absent_at=C + HOUR, held_elsewhere_at=C + HOUR)
        assert found(timing) == ("in_time", "internal")

    def test_not_when_the_other_folder_held_it_only_later(self) -> None:
        elsewhere = C + HOUR + SECOND
        timing = judged(internal=C - HOUR, absent_at=C + HOUR, held_elsewhere_at=elsewhere)
        assert found(timing) == ("unclear", "backdated_or_moved")

    def test_a_late_stamp_is_late_wherever_it_was(self) -> None:
        timing = judged(internal=C + HOUR, absent_at=C + 2 * HOUR, held_elsewhere_at=C + HOUR)
        assert found(timing) == ("late", "internal")

    def test_a_border_stamp_alone_is_not_doubted(self) -> None:
        assert found(judged(border=C - HOUR, absent_at=C + HOUR)) == ("in_time", "border")


class TestRows5And6AcceptedInTimeDeliveredLate:
    @pytest.mark.parametrize("delay", [SECOND, HOUR, DAY])
    def test_up_to_a_day_the_delay_was_ours(self, delay: timedelta) -> None:
        timing = judged(border=C, internal=C + delay)
        assert found(timing) == ("in_time", "border")
        assert timing.received_at == C
        assert timing.flags == ()

    def test_over_a_day_the_mailbox_may_have_been_restored(self) -> None:
        timing = judged(border=C, internal=C + DAY + SECOND)
        assert found(timing) == ("unclear", "clocks_disagree")
        assert timing.flags == (Flag.CLOCKS_DISAGREE,)

    def test_the_day_is_counted_from_our_border_not_from_the_cutoff(self) -> None:
        assert found(judged(border=C - 23 * HOUR, internal=C + HOUR))[0] == "in_time"
        assert found(judged(border=C - 23 * HOUR, internal=C + HOUR + SECOND))[0] == "unclear"

    def test_grace_does_not_mend_a_mailbox_over_a_day_off(self) -> None:
        timing = judged(Deadline(C, grace=HOUR), border=C - 2 * DAY, internal=C + MINUTE)
        assert found(timing) == ("unclear", "clocks_disagree")


class TestRow7StampedInTime:
    @pytest.mark.parametrize("name", ["internal", "border"])
    def test_stamped_exactly_at_the_cutoff(self, name: str) -> None:
        timing = judged(DEADLINE, **{name: C})
        assert found(timing) == ("in_time", name)
        assert timing.flags == ()

    def test_both_stamps_in_time_however_far_apart(self) -> None:
        assert found(judged(border=C - 2 * DAY, internal=C)) == ("in_time", "border")

    def test_both_stamps_in_time(self) -> None:
        assert found(judged(internal=C - HOUR + SECOND, border=C - HOUR)) == ("in_time", "border")

    @pytest.mark.parametrize("name", ["internal", "border"])
    def test_within_the_grace(self, name: str) -> None:
        timing = judged(Deadline(C, grace=15 * MINUTE), **{name: C + 15 * MINUTE})
        assert found(timing) == ("in_time", name)
        assert timing.flags == (Flag.GRACE,)

    def test_a_second_past_the_grace(self) -> None:
        timing = judged(Deadline(C, grace=15 * MINUTE), internal=C + 15 * MINUTE + SECOND)
        assert found(timing) == ("late", "internal")

    def test_the_border_is_within_the_grace_though_the_mailbox_is_not(self) -> None:
        timing = judged(Deadline(C, grace=HOUR), border=C + MINUTE, internal=C + 2 * HOUR)
        assert found(timing) == ("in_time", "border")

    def test_the_zone_of_a_stamp_does_not_matter(self) -> None:
        stamp = C.astimezone(timezone(timedelta(hours=9)))
        timing = judged(internal=stamp)
        assert found(timing) == ("in_time", "internal")
        assert timing.received_at.utcoffset() == timedelta(0)


class TestRow8HoldAndOutage:
    def test_up_to_the_end_of_the_hold_a_person_decides(self) -> None:
        held = Deadline(C, hold_until=C + 13 * HOUR)
        assert found(judged(held, internal=C + SECOND)) == ("unclear", "hold")
        assert found(judged(held, internal=C + 13 * HOUR)) == ("unclear", "hold")
        assert found(judged(held, internal=C + 13 * HOUR + SECOND)) == ("late", "internal")

    def test_grace_comes_before_the_hold(self) -> None:
        held = Deadline(C, grace=HOUR, hold_until=C + 2 * HOUR)
        assert found(judged(held, internal=C + MINUTE)) == ("in_time", "internal")
        assert found(judged(held, internal=C + 90 * MINUTE)) == ("unclear", "hold")

    @pytest.mark.parametrize(
        ("start", "end", "verdict"),
        [
            (C - 30 * MINUTE, C - 10 * MINUTE, "unclear"),
            (C - 5 * HOUR, C - HOUR, "unclear"),
            (C - 5 * HOUR, C - HOUR - SECOND, "late"),
            (C, C + HOUR, "unclear"),
            (C + SECOND, C + HOUR, "late"),
        ],
    )
    def test_an_outage_counts_when_it_touched_the_last_hour(
        self, start: datetime, end: datetime, verdict: str
    ) -> None:
        timing = judged(internal=C + MINUTE, outages=(Outage(start, end),))
        assert timing.verdict.value == verdict

    def test_an_outage_excuses_what_came_within_four_hours_of_its_end(self) -> None:
        outage = (Outage(C - HOUR, C + HOUR),)
        assert found(judged(internal=C + 5 * HOUR, outages=outage)) == ("unclear", "outage")
        timing = judged(internal=C + 5 * HOUR + SECOND, outages=outage)
        assert found(timing) == ("late", "internal")

    def test_what_came_through_during_the_outage_is_not_worse_off(self) -> None:
        outage = (Outage(C - HOUR, C + 10 * HOUR),)
        assert found(judged(internal=C + HOUR, outages=outage)) == ("unclear", "outage")

    def test_one_of_several_outages_is_enough(self) -> None:
        outages = (Outage(C - 3 * DAY, C - 2 * DAY), Outage(C - HOUR, C))
        assert found(judged(border=C + HOUR, outages=outages)) == ("unclear", "outage")


class TestRow9Late:
    @pytest.mark.parametrize("name", ["internal", "border"])
    def test_a_second_after_the_cutoff(self, name: str) -> None:
        timing = judged(DEADLINE, **{name: C + SECOND})
        assert found(timing) == ("late", name)
        assert timing.received_at == C + SECOND


class TestAmbiguityWindow:
    """Midnight CET in April: 22:00 or 23:00 UTC (rule 3)."""

    TWO = Deadline(C, ambiguous_from=C - HOUR)

    @pytest.mark.parametrize(
        ("stamp", "flags"),
        [
            (C - HOUR, ()),
            (C - HOUR + SECOND, (Flag.AMBIGUITY_WINDOW,)),
            (C, (Flag.AMBIGUITY_WINDOW,)),
        ],
    )
    def test_between_the_readings_is_in_time_and_flagged(
        self, stamp: datetime, flags: tuple[Flag, ...]
    ) -> None:
        timing = judged(self.TWO, internal=stamp)
        assert found(timing) == ("in_time", "internal")
        assert timing.flags == flags

    def test_after_both_readings_is_late(self) -> None:
        assert found(judged(self.TWO, internal=C + SECOND)) == ("late", "internal")

    def test_grace_after_both_readings_is_grace(self) -> None:
        two = Deadline(C, C - HOUR, grace=HOUR)
        assert judged(two, internal=C + MINUTE).flags == (Flag.GRACE,)

    def test_a_witness_before_the_window_leaves_no_doubt(self) -> None:
        timing = judged(self.TWO, seen_at=C - HOUR, internal=C - MINUTE)
        assert timing.flags == ()

    def test_a_witness_within_the_window_does_not_end_it(self) -> None:
        timing = judged(self.TWO, seen_at=C - MINUTE, internal=C - 2 * MINUTE)
        assert found(timing) == ("in_time", "witness")
        assert timing.flags == (Flag.AMBIGUITY_WINDOW,)

    def test_accepted_by_us_within_the_window(self) -> None:
        timing = judged(self.TWO, border=C - MINUTE, internal=C + HOUR)
        assert timing.flags == (Flag.AMBIGUITY_WINDOW,)

    def test_what_is_held_or_late_is_not_in_the_window(self) -> None:
        assert judged(self.TWO).flags == ()


class TestReceivedAt:
    def test_is_the_border_before_the_mailbox_before_first_sight(self) -> None:
        assert judged(internal=C - HOUR, border=C - 2 * HOUR).received_at == C - 2 * HOUR
        assert judged(internal=C - HOUR).received_at == C - HOUR
        assert judged(seen_at=C).received_at == C


class TestExplanations:
    """One plain sentence each, with its times in UTC."""

    @pytest.mark.parametrize(
        ("timing", "sentence"),
        [
            (
                judged(border=C + SECOND),
                "Our border server accepted the mail at 2026-02-08 23:00:01 UTC, after the "
                "deadline of 2026-02-08 23:00:00 UTC.",
            ),
            (
                judged(internal=C),
                "The mailbox received the mail at 2026-02-08 23:00:00 UTC, by the deadline of "
                "2026-02-08 23:00:00 UTC.",
            ),
            (
                judged(seen_at=C - timedelta(microseconds=1)),
                "Intake itself saw the mail in the mailbox at 2026-02-08 22:59:59 UTC, by the "
                "deadline of 2026-02-08 23:00:00 UTC.",
            ),
            (
                judged(border=C - SECOND, internal=C + HOUR),
                "Our border server accepted the mail at 2026-02-08 22:59:59 UTC, by the deadline "
                "of 2026-02-08 23:00:00 UTC; the delay until 2026-02-09 00:00:00 UTC was ours.",
            ),
            (
                judged(
                    uid=17, uidvalidity=7, fence=fence(recorded_at=C - timedelta(microseconds=1))
                ),
                "A poll that ended at 2026-02-08 22:59:59 UTC recorded that the mail's number in "
                "the folder was already taken, by the deadline of 2026-02-08 23:00:00 UTC.",
            ),
            (
                judged(seen_at=C + timedelta(seconds=1, microseconds=7)),
                "Neither the mailbox nor our border server says when the mail came; it was first "
                "seen at 2026-02-08 23:00:01 UTC, after the deadline of 2026-02-08 23:00:00 UTC.",
            ),
            (
                judged(internal=C - HOUR, absent_at=C + timedelta(seconds=1, microseconds=7)),
                "The mailbox says 2026-02-08 22:00:00 UTC, by the deadline of 2026-02-08 23:00:00 "
                "UTC, but at 2026-02-08 23:00:01 UTC a complete poll did not find the mail there.",
            ),
            (
                judged(Deadline(C, grace=HOUR), internal=C + MINUTE),
                "The mailbox received the mail at 2026-02-08 23:01:00 UTC, after the deadline of "
                "2026-02-08 23:00:00 UTC but within the grace until 2026-02-09 00:00:00 UTC.",
            ),
            (
                judged(Deadline(C, hold_until=C + 2 * HOUR), border=C + MINUTE),
                "Our border server accepted the mail at 2026-02-08 23:01:00 UTC, after the "
                "deadline of 2026-02-08 23:00:00 UTC and by 2026-02-09 01:00:00 UTC: a person "
                "decides about mail in between.",
            ),
            (
                judged(Deadline(C, C - HOUR), internal=C),
                "The mailbox received the mail at 2026-02-08 23:00:00 UTC, by the deadline of "
                "2026-02-08 23:00:00 UTC; the notice's words could also mean 2026-02-08 22:00:00 "
                "UTC, and the later reading counts.",
            ),
        ],
    )
    def test_reads_like_this(self, timing: Timing, sentence: str) -> None:
        assert timing.explanation == sentence


class TestTheDoor:
    NAIVE = datetime(2026, 2, 8, 23)

    @pytest.mark.parametrize(
        "name", ["seen_at", "internal", "border", "absent_at", "held_elsewhere_at"]
    )
    def test_a_datetime_without_a_zone_does_not_pass(self, name: str) -> None:
        with pytest.raises(ValueError, match="aware"):
            judged(DEADLINE, **{name: self.NAIVE})

    def test_nor_in_a_fence_or_an_outage(self) -> None:
        with pytest.raises(ValueError, match="aware"):
            fence(recorded_at=self.NAIVE)
        with pytest.raises(ValueError, match="aware"):
            Outage(C, self.NAIVE)

    def test_nor_one_that_utc_cannot_tell(self) -> None:
        with pytest.raises(ValueError, match="UTC"):
            judged(internal=datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5))))

    @pytest.mark.parametrize("year", [2, 9998])
    def test_any_other_year_may_pass(self, year: int) -> None:
        assert judged(internal=datetime(year, 1, 1, tzinfo=UTC)).received_at.year == year

    @pytest.mark.parametrize("year", [1, 9999])
    def test_a_year_at_the_edge_may_not(self, year: int) -> None:
        with pytest.raises(ValueError, match="UTC"):
            judged(internal=datetime(year, 6, 1, tzinfo=UTC))


class TestMoved:
    """After publication a cut-off only moves later (rule 6)."""

    def test_the_same_or_later(self) -> None:
        assert moved(C, C) == "same"
        assert moved(C, C.astimezone(timezone(timedelta(hours=1)))) == "same"
        assert moved(C, C + SECOND) == "later"

    def test_earlier_is_refused(self) -> None:
        with pytest.raises(DeadlineMovedEarlier, match="only move later"):
            moved(C, C - SECOND)
