package vn.nenmong.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.regex.Pattern;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Unscoped;

/// Every statement of a repository that reads people, units, accounts or what they do has `:scope`
/// in it. One that changes a row by an id is led there by such a read.
final class ScopedQueries extends ArchCondition<JavaClass> {

  /// Accounts, and all that row security shows of a commune, an account or nobody; but for rules
  /// and days off, files on their way in, and seals, which tell of nobody.
  private static final List<String> TABLES =
      TestDatabase.create()
          .ownerJdbc()
          .sql(
              """
              select relname from pg_class
              where relnamespace = 'public'::regnamespace and relkind = 'r'
                and (relrowsecurity or relname in ('account', 'access_grant'))
                and relname not in ('rule_value', 'holiday', 'holiday_year', 'import_upload',
                  'audit_seal', 'taken_in')
              """)
          .query(String.class)
          .list();

  private static final Pattern READS =
      Pattern.compile("\\b(from|join)\\s+(" + String.join("|", TABLES) + ")\\b");

  private static final Pattern CHANGES = Pattern.compile("^(insert|update|delete)\\b");

  ScopedQueries() {
    super("have the scope in every query about people or units");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (type.isAnnotatedWith(Unscoped.class)) {
      return;
    }
    for (JavaField field : type.getFields()) {
      if (isStatement(field) && !field.isAnnotatedWith(Unscoped.class)) {
        String sql = value(field.reflect()).strip();
        if (READS.matcher(sql).find() && !CHANGES.matcher(sql).find() && !sql.contains(":scope")) {
          events.add(
              SimpleConditionEvent.violated(
                  field, field.getFullName() + " reads people or units without the scope"));
        }
      }
    }
  }

  /// A constant that is only a part of a statement has a name that ends in `_FRAGMENT`.
  private static boolean isStatement(JavaField field) {
    return field.getRawType().isEquivalentTo(String.class)
        && Modifier.isStatic(field.reflect().getModifiers())
        && !field.getName().endsWith("_FRAGMENT");
  }

  private static String value(Field field) {
    try {
      field.setAccessible(true);
      return String.valueOf(field.get(null));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
