package vn.nenmong.command.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long the same thing took each time, in milliseconds.
record Timings(List<Double> sorted) {

  /// Something that may fail, to be timed.
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  Timings {
    sorted = sorted.stream().sorted().toList();
  }

  /// Does it some times to warm up, then measures.
  static Timings of(int warmUp, int times, Work work) throws Exception {
    for (int i = 0; i < warmUp; i++) {
      work.run();
    }
    List<Double> taken = new ArrayList<>(times);
    for (int i = 0; i < times; i++) {
      taken.add(millis(work));
    }
    return new Timings(taken);
  }

  /// The same, with something done before each time that is not counted.
  static Timings after(Work before, int times, Work work) throws Exception {
    List<Double> taken = new ArrayList<>(times);
    for (int i = 0; i < times; i++) {
      before.run();
      taken.add(millis(work));
    }
    return new Timings(taken);
  }

  /// Milliseconds that it takes once.
  static double millis(Work work) throws Exception {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e6;
  }

  double median() {
    return sorted.get(sorted.size() / 2);
  }

  double p95() {
    return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * 0.95) - 1));
  }

  /// `4.1 / 6.0`: median and 95th percentile.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f / %.1f", median(), p95());
  }
}
