package vn.nenmong.kernel.database;

import java.lang.ScopedValue.CallableOp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whose rows the database shows to the work at hand: the second fence, behind the scope that each
/// query has. Bound to a piece of work, and told to each connection that it takes; work without one
/// finds no row of anyone.
///
/// @param communes ids of the communes, or null for every one there is
/// @param account whose files on their way in are seen
public record Fence(@Nullable List<UUID> communes, String account) {

  /// Nothing.
  public static final Fence NONE = new Fence(List.of(), "");

  private static final ScopedValue<Fence> BOUND = ScopedValue.newInstance();

  public Fence {
    communes = communes == null ? null : List.copyOf(communes);
  }

  public static Fence around(Collection<UUID> communes, String account) {
    return new Fence(List.copyOf(communes), account);
  }

  /// For work that has the whole data folder anyway.
  public static Fence aroundEverything(String account) {
    return new Fence(null, account);
  }

  /// Does the work inside this fence.
  public <T, X extends Throwable> T call(CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(BOUND, this).call(work);
  }

  /// The same work inside the fence of whoever hands it on, for another thread to do.
  public static Runnable carriedBy(Runnable work) {
    Fence fence = current();
    return () -> ScopedValue.where(BOUND, fence).run(work);
  }

  static boolean isBound() {
    return BOUND.isBound();
  }

  static Fence current() {
    return BOUND.orElse(NONE);
  }

  /// The communes as the setting has them, or null for every one.
  @Nullable String setting() {
    return communes == null
        ? null
        : communes.stream().map(UUID::toString).collect(Collectors.joining(","));
  }
}
