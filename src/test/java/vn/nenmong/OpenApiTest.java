package vn.nenmong;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The description that other programs are given has every route of the API, every parameter and
/// every field of the answers, with its type, and nothing that there is not.
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
class OpenApiTest {

  private static final Map<Class<?>, Map<String, Object>> SCALARS =
      Map.of(
          String.class, Map.of("type", "string"),
          UUID.class, Map.of("type", "string", "format", "uuid"),
          LocalDate.class, Map.of("type", "string", "format", "date"),
          BigDecimal.class, Map.of("type", "number"),
          Boolean.class, Map.of("type", "boolean"),
          boolean.class, Map.of("type", "boolean"),
          Integer.class, Map.of("type", "integer"),
          int.class, Map.of("type", "integer"),
          Long.class, Map.of("type", "integer"),
          long.class, Map.of("type", "integer"));

  private static final Map<String, Object> DESCRIPTION = description();

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping controllers;

  private static Map<String, Object> description() {
    var yaml = new YamlMapFactoryBean();
    yaml.setResources(new ClassPathResource("openapi.yaml"));
    return Objects.requireNonNull(yaml.getObject());
  }

  private Map<String, HandlerMethod> routes() {
    Map<String, HandlerMethod> routes = new TreeMap<>();
    controllers
        .getHandlerMethods()
        .forEach((mapping, method) ->
            mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/"))
                // What the program's own pages on phones say is no business of other programs.
                .filter(path -> !path.startsWith("/api/phone/"))
                .forEach(path -> routes.put(path, method)));
    return routes;
  }

  @Test
  void itHasEveryRouteAndNoOther() {
    assertThat(at(DESCRIPTION, "paths").keySet())
        .containsExactlyInAnyOrderElementsOf(routes().keySet());
  }

  @TestFactory
  Stream<DynamicTest> everyParameterIsInIt() {
    return routes().entrySet().stream()
        .map(route ->
            DynamicTest.dynamicTest(
                route.getKey(), () -> parameters(route.getKey(), route.getValue())));
  }

  private static void parameters(String path, HandlerMethod method) {
    Map<String, Boolean> described = new TreeMap<>();
    for (Object one : list(at(DESCRIPTION, "paths", path, "get").get("parameters"))) {
      Map<String, Object> parameter = resolved(one);
      described.put(
          String.valueOf(parameter.get("name")), Boolean.TRUE.equals(parameter.get("required")));
    }
    for (MethodParameter taken : method.getMethodParameters()) {
      RequestParam asked = taken.getParameterAnnotation(RequestParam.class);
      if (asked != null) {
        boolean needed =
            asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        assertThat(described).containsEntry(taken.getParameter().getName(), needed);
      }
      if (taken.hasParameterAnnotation(PathVariable.class)) {
        assertThat(described).containsEntry(taken.getParameter().getName(), true);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFieldOfTheAnswersIsInItAndNoOther() {
    return routes().entrySet().stream()
        .filter(route -> route.getValue().getMethod().getReturnType() != ResponseEntity.class)
        .map(route ->
            DynamicTest.dynamicTest(
                route.getKey(),
                () ->
                    compare(
                        route.getKey(),
                        route.getValue().getMethod().getAnnotatedReturnType(),
                        at(
                            DESCRIPTION,
                            "paths",
                            route.getKey(),
                            "get",
                            "responses",
                            "200",
                            "content",
                            "application/json",
                            "schema"))));
  }

  @Test
  void everySchemaIsUsed() {
    String text = DESCRIPTION.toString();
    assertThat(at(DESCRIPTION, "components", "schemas").keySet())
        .allSatisfy(name -> assertThat(text).contains("$ref=#/components/schemas/" + name + "}"));
  }

  private static void compare(String where, AnnotatedType given, @Nullable Object described) {
    Map<String, Object> schema = resolved(described);
    Type type = given.getType();
    Class<?> raw =
        (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    if (raw == Object.class) {
      assertThat(schema).as(where).doesNotContainKey("type");
    } else if (List.class.isAssignableFrom(raw)) {
      assertThat(schema).as(where).containsEntry("type", "array");
      compare(where + "[]", argument(given), schema.get("items"));
    } else if (Map.class.isAssignableFrom(raw)) {
      assertThat(schema).as(where).containsEntry("additionalProperties", true);
    } else if (raw.isRecord()) {
      Map<String, Object> fields = at(schema, "properties");
      assertThat(fields.keySet())
          .as(where)
          .containsExactlyElementsOf(
              Arrays.stream(raw.getRecordComponents()).map(RecordComponent::getName).toList());
      for (RecordComponent field : raw.getRecordComponents()) {
        compare(
            where + "." + field.getName(), field.getAnnotatedType(), fields.get(field.getName()));
      }
    } else if (raw.isEnum()) {
      List<@Nullable String> words = new ArrayList<>();
      Arrays.stream(raw.getEnumConstants()).map(Object::toString).forEach(words::add);
      if (isNullable(given)) {
        words.add(null);
      }
      assertThat(schema).as(where).containsEntry("enum", words);
    } else {
      assertThat(SCALARS).as(where).containsKey(raw);
      Map<String, Object> wanted = new LinkedHashMap<>(SCALARS.get(raw));
      if (isNullable(given)) {
        wanted.put("type", List.of(wanted.get("type"), "null"));
      }
      assertThat(schema).as(where).containsAllEntriesOf(wanted);
      assertThat(schema.containsKey("format")).as(where).isEqualTo(wanted.containsKey("format"));
    }
  }

  private static boolean isNullable(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static AnnotatedType argument(AnnotatedType given) {
    return ((AnnotatedParameterizedType) given).getAnnotatedActualTypeArguments()[0];
  }

  /// What a reference leads to.
  private static Map<String, Object> resolved(@Nullable Object described) {
    Map<String, Object> schema = map(described);
    return schema.get("$ref") instanceof String reference
        ? at(DESCRIPTION, reference.replace("#/", "").split("/"))
        : schema;
  }

  private static Map<String, Object> at(Map<String, Object> from, String... keys) {
    Map<String, Object> at = from;
    for (String key : keys) {
      assertThat(at).containsKey(key);
      at = map(at.get(key));
    }
    return at;
  }

  private static Map<String, Object> map(@Nullable Object value) {
    return ((Map<?, ?>) Objects.requireNonNull(value))
        .entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> String.valueOf(entry.getKey()),
                    entry -> (Object) entry.getValue(),
                    (one, _) -> one,
                    LinkedHashMap::new));
  }

  private static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : (List<?>) value;
  }
}
