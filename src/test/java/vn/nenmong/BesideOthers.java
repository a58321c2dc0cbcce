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
/// others, of its own lane one at a time, its tests one after the other.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = BesideOthers.COMPANY, mode = ResourceAccessMode.READ)
@ResourceLock(providers = BesideOthers.OfTheLane.class)
public @interface BesideOthers {

  /// Locked by a class that none of these may run beside.
  String COMPANY = "company";

  Lane value() default Lane.DATABASE;

  enum Lane {
    DATABASE,
    /// It starts the program's processes, and waits for them.
    PROGRAMS,
    /// It runs the program's commands within this process, of which each sets up its log.
    COMMANDS
  }

  final class OfTheLane implements ResourceLocksProvider {
    @Override
    public Set<Lock> provideForClass(Class<?> test) {
      return Set.of(new Lock(test.getAnnotation(BesideOthers.class).value().name()));
    }
  }
}
