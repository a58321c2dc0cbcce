package vn.nenmong;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.stereotype.Repository;

/// PostgreSQL reads every statement: a column that isn't there fails here, not in the office.
///
/// A statement is a `static final String` of a `*Repository` class or of one that is marked
/// `@Repository`. A constant that is only a part of one has a name that ends in `_FRAGMENT`.
class SqlTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  @TestFactory
  Stream<DynamicTest> everyStatementFitsTheSchema() {
    return statements()
        .map(field ->
            DynamicTest.dynamicTest(
                field.getDeclaringClass().getSimpleName() + "." + field.getName(),
                () -> prepare((String) field.get(null))));
  }

  @Test
  void thereAreStatements() {
    assertFalse(statements().toList().isEmpty());
  }

  private static Stream<Field> statements() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Repository.class));
    scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*Repository")));
    return scanner.findCandidateComponents("vn.nenmong").stream()
        .map(BeanDefinition::getBeanClassName)
        .sorted()
        .flatMap(name -> Stream.of(load(name).getDeclaredFields()))
        .filter(field -> field.getType() == String.class)
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .filter(field -> !field.getName().endsWith("_FRAGMENT"))
        .peek(field -> field.setAccessible(true));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void prepare(String statement) throws SQLException {
    String numbered = numbered(statement);
    try (Connection connection = DATABASE.dataSource(DATABASE.app()).getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("prepare statement as " + numbered);
      sql.execute("deallocate statement");
    }
  }

  /// `:name` and `?` become `$1`, `$2`, …
  private static String numbered(String statement) {
    var parsed = NamedParameterUtils.parseSqlStatement(statement);
    String marked = NamedParameterUtils.substituteNamedParameters(parsed, null);
    var count = new AtomicInteger();
    return Pattern.compile("\\?")
        .matcher(marked)
        .replaceAll(_ -> Matcher.quoteReplacement("$" + count.incrementAndGet()));
  }
}
