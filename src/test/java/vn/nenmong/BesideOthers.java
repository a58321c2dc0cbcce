package vn.nenmong;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/// A class whose database is its own, or that waits for programs that it starts: it runs beside
/// others, its tests one after the other.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = BesideOthers.COMPANY, mode = ResourceAccessMode.READ)
@ResourceLock(providers = BesideOthers.OfTheClass.class)
public @interface BesideOthers {

  /// Locked by a class that none of these may run beside.
  String COMPANY = "company";

  /// Keeps the tests of a class from each other.
  final class OfTheClass implements ResourceLocksProvider {
    @Override
    public Set<Lock> provideForClass(Class<?> test) {
      return Set.of(new Lock(test.getName()));
    }
  }
}
