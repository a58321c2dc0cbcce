package vn.nenmong.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says why a query about people or units has no scope in its `where`, as every other has. A test
/// holds all of them against it. Row security stands behind it all the same.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Unscoped {

  /// Why it is safe: such as that it is asked of one thing that was found in the scope.
  String value();
}
