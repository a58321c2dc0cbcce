package vn.nenmong;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// A class whose database is its own, or that waits for programs that it starts: it runs on the
/// second processor beside all others, one of these at a time, its tests one after the other.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(BesideOthers.SECOND_PROCESSOR)
public @interface BesideOthers {

  /// Held by a class that none of these may run beside, too.
  String SECOND_PROCESSOR = "the second processor";
}
