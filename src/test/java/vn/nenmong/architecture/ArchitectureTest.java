package vn.nenmong.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// What `CONTRIBUTING.md` asks for, held against the code; and for each rule a class that breaks
/// it, which proves that the rule bites.
class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.nenmong");

  private static final DescribedPredicate<JavaMethodCall> READS_THE_CLOCK =
      DescribedPredicate.describe(
          "read the clock",
          call ->
              Stream.of(LocalDate.class, LocalDateTime.class, Instant.class)
                      .anyMatch(type -> call.getTargetOwner().isEquivalentTo(type))
                  && call.getName().equals("now"));

  private static final DescribedPredicate<JavaClass> ASKS_THE_DATABASE =
      DescribedPredicate.describe(
          "ask the database",
          type ->
              type.getAllFields().stream()
                  .anyMatch(field -> field.getRawType().isEquivalentTo(JdbcClient.class)));

  private static final Map<String, ArchRule> RULES =
      Map.of(
          "only Today reads the clock",
          noClasses()
              .that()
              .doNotHaveFullyQualifiedName("vn.nenmong.kernel.time.Today")
              .should()
              .callMethodWhere(READS_THE_CLOCK)
              .orShould()
              .callMethod(Clock.class, "systemUTC"),
          "only repositories and the audit ask the database with JdbcClient",
          classes()
              .that(ASKS_THE_DATABASE)
              .should()
              .beAnnotatedWith(org.springframework.stereotype.Repository.class),
          "controllers are package-private",
          classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate(),
          "a query about people or units has the scope in its where, or says why not",
          classes()
              .that()
              .areAnnotatedWith(org.springframework.stereotype.Repository.class)
              .or()
              .haveSimpleNameEndingWith("Repository")
              .should(new ScopedQueries()),
          "nothing of a request is bound to who is at work",
          classes().should(new NothingBound()),
          "no fields are injected",
          noFields().should().beAnnotatedWith(Autowired.class),
          "names say what a class is for",
          noClasses()
              .should()
              .haveNameMatching(
                  ".*\\.(Abstract|Base)[A-Z][^.]*|.*(Service|Manager|Impl|Helper|Utils?|Dto|Data|Handler|Processor)"));

  @TestFactory
  Stream<DynamicTest> theProductKeepsEveryRule() {
    return RULES.entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(PRODUCT)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleCatchesItsViolator() {
    JavaClasses violators =
        new ClassFileImporter().importPackages("vn.nenmong.architecture.violators");
    return RULES.entrySet().stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.getKey(),
                () -> assertThat(rule.getValue().evaluate(violators).hasViolation()).isTrue()));
  }
}
