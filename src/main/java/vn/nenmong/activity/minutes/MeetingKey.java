package vn.nenmong.activity.minutes;

import java.time.YearMonth;
import java.util.UUID;

/// Which meeting: a cell has one of a kind a month.
record MeetingKey(UUID cell, YearMonth month, MeetingKind kind) {}
