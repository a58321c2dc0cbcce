package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.nenmong.TestDatabase;

/// The access table and the program have the same routes.
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
class AccessTableTest {

  /// Answered by filters, by the server of static files or by the actuator, not by a controller.
  private static final Set<String> WITHOUT_CONTROLLER =
      Set.of(
          "POST /sign-in",
          "POST /sign-out",
          "GET /assets/**",
          "GET /webjars/**",
          "GET /phone/*/*",
          "GET /actuator/health",
          "GET /actuator/health/**",
          "GET /actuator/prometheus",
          "GET /livez",
          "GET /readyz");

  private record Route(HttpMethod method, String path) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @Autowired private AccessTable table;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping controllers;

  @Test
  void everyRouteIsListed() {
    assertThat(routes().filter(route -> entries(route).isEmpty())).isEmpty();
  }

  @Test
  void everyEntryLeadsToARoute() {
    List<String> routes = routes().map(Route::toString).toList();
    assertThat(table.entries().stream().map(AccessTableTest::name))
        .allMatch(name -> routes.contains(name) || WITHOUT_CONTROLLER.contains(name));
  }

  @Test
  void noRouteIsListedTwice() {
    assertThat(table.entries().stream().map(AccessTableTest::name)).doesNotHaveDuplicates();
  }

  private List<AccessTable.Entry> entries(Route route) {
    return table.entries().stream()
        .filter(entry -> entry.method().equals(route.method()))
        .filter(entry -> entry.path().matches(PathContainer.parsePath(route.path())))
        .toList();
  }

  private Stream<Route> routes() {
    return controllers.getHandlerMethods().keySet().stream().flatMap(AccessTableTest::routes);
  }

  /// A mapping without a method, as that of the error page, answers any; GET stands for it.
  private static Stream<Route> routes(RequestMappingInfo mapping) {
    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
    return mapping.getPatternValues().stream()
        .flatMap(path ->
            methods.isEmpty()
                ? Stream.of(new Route(HttpMethod.GET, path))
                : methods.stream().map(method -> new Route(method.asHttpMethod(), path)));
  }

  private static String name(AccessTable.Entry entry) {
    return entry.method() + " " + entry.path().getPatternString();
  }
}
