package vn.nenmong.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Every route and who may take it, from `access.csv`. What is not listed is refused.
public final class AccessTable {

  /// @param anyone whether it needs no sign-in
  /// @param roles who may, where it does
  public record Entry(HttpMethod method, PathPattern path, boolean anyone, Set<Role> roles) {
    boolean isFor(Role role) {
      return anyone || roles.contains(role);
    }
  }

  private final List<Entry> entries;

  private AccessTable(List<Entry> entries) {
    this.entries = entries;
  }

  /// Reads the table that is packed with the program.
  static AccessTable load() {
    try (var in = AccessTable.class.getResourceAsStream("/access.csv")) {
      if (in == null) {
        throw new IllegalStateException("access.csv is missing");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
      return new AccessTable(
          lines.skip(1).filter(line -> !line.isBlank()).map(AccessTable::entry).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Entry> entries() {
    return entries;
  }

  /// The line of the table that a request falls under.
  Optional<Entry> entry(HttpServletRequest request) {
    return entry(
        request.getMethod(), request.getRequestURI().substring(request.getContextPath().length()));
  }

  Optional<Entry> entry(String method, String path) {
    PathContainer container = PathContainer.parsePath(path);
    return entries.stream()
        .filter(e -> e.method().matches(method) && e.path().matches(container))
        .findFirst();
  }

  /// Whether someone of these roles may take a path by a method.
  boolean mayTake(Set<Role> roles, String method, String path) {
    return entry(method, path)
        .map(e -> e.anyone() || roles.stream().anyMatch(e::isFor))
        .orElse(false);
  }

  /// Whether a path is in the table, whoever may take it.
  boolean lists(String path) {
    PathContainer container = PathContainer.parsePath(path);
    return entries.stream().anyMatch(e -> e.path().matches(container));
  }

  private static Entry entry(String line) {
    List<String> fields = Arrays.asList(line.split(",", -1));
    boolean anyone = fields.get(2).equals("anyone");
    Set<Role> roles =
        anyone
            ? Set.of()
            : Arrays.stream(fields.get(2).split(" "))
                .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    return new Entry(
        HttpMethod.valueOf(fields.get(0)),
        PathPatternParser.defaultInstance.parse(fields.get(1)),
        anyone,
        roles);
  }
}
