package vn.nenmong.kernel.id;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import vn.nenmong.kernel.time.Today;

/// Ids of version 7 (RFC 9562), each greater than the one before, so that rows written together lie
/// together in their index. The same kind as the database's `uuidv7()`.
public final class TimeOrderedIds {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final Today today;
  private final AtomicLong last = new AtomicLong();

  public TimeOrderedIds(Today today) {
    this.today = today;
  }

  /// The milliseconds, then a counter of twelve bits that runs on into them when one millisecond
  /// gives more than 4,096.
  public UUID next() {
    long now = today.now().toEpochMilli() << 12;
    long ticks = last.updateAndGet(before -> Math.max(before + 1, now));
    long high = (ticks >>> 12) << 16 | VERSION_7 | (ticks & 0xFFF);
    return new UUID(high, VARIANT | ThreadLocalRandom.current().nextLong() >>> 2);
  }
}
