package vn.nenmong.command.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Looks again and again until something is so.
final class Await {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

  /// Something to look at.
  interface Look {
    boolean isSo() throws IOException, InterruptedException;
  }

  /// Something to look for.
  interface Find<T> {
    Optional<T> look() throws IOException, InterruptedException;
  }

  private Await() {}

  /// @param what is awaited, for when it does not come
  /// @throws IOException where it does not come
  static void until(String what, Look look) throws IOException, InterruptedException {
    found(what, () -> look.isSo() ? Optional.of(what) : Optional.empty());
  }

  /// The same, with what was found.
  static <T> T found(String what, Find<T> find) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<T> found = find.look();
    while (found.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("does not come: " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      if (Thread.interrupted()) {
        throw new InterruptedException(what);
      }
      found = find.look();
    }
    return found.get();
  }
}
