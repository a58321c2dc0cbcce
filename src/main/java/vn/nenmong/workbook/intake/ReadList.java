package vn.nenmong.workbook.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.workbook.mapping.Headings;
import vn.nenmong.workbook.mapping.Mapping;
import vn.nenmong.workbook.mapping.Mapping.Use;
import vn.nenmong.workbook.mapping.Place;
import vn.nenmong.workbook.mapping.Table;
import vn.nenmong.workbook.mapping.Understanding;
import vn.nenmong.workbook.reading.Grid;
import vn.nenmong.workbook.reading.GridFile;
import vn.nenmong.workbook.reading.Limits;
import vn.nenmong.workbook.reading.Sheet;
import vn.nenmong.workbook.reading.Wording;
import vn.nenmong.workbook.reading.Workbook;

/// Reads a list of an office's own: first as the program understands it, then as someone says.
@Component
class ReadList {

  /// Fewer headings that are understood make no list.
  private static final int FEWEST = 2;

  /// @param sheets all of the file
  /// @param communes that the list may be of
  /// @param places cells, or what else has a code, that its words may mean
  record Understood(
      Understanding understanding,
      List<String> sheets,
      List<OrganizationRef> communes,
      List<Place> places) {}

  private final Organizations organizations;
  private final ListMappingRepository mappings;
  private final CommuneRepository known;
  private final Today today;
  private final JsonMapper json = JsonMapper.builder().build();

  ReadList(
      Organizations organizations,
      ListMappingRepository mappings,
      CommuneRepository known,
      Today today) {
    this.organizations = organizations;
    this.mappings = mappings;
    this.known = known;
    this.today = today;
  }

  /// The program's own guess.
  ///
  /// @param asked what is already said of it
  /// @throws Refused where the file holds no table at all
  Understood guess(Viewer viewer, Path file, Asked asked) {
    try (GridFile grids = GridFile.open(file, Limits.DEFAULT)) {
      List<OrganizationRef> communes = communes(viewer);
      OrganizationRef chosen = chosen(communes, asked.commune());
      List<Found> tables =
          grids.sheets().stream()
              .filter(name -> asked.sheet() == null || name.equals(asked.sheet()))
              .map(name -> grids.grid(name).inUnicode())
              .flatMap(grid -> tables(grid, asked.register()))
              .toList();
      Found found =
          tables.stream()
              .filter(table -> remembered(chosen, table) != null)
              .findFirst()
              .or(() ->
                  tables.stream()
                      .reduce((best, next) -> next.fit() > best.fit() ? next : best)
                      .filter(best -> asked.sheet() != null || best.isEnough()))
              .orElseThrow(() -> new Refused("workbook.mapping.noTable"));
      List<Place> places = places(viewer, chosen, found.register());
      return new Understood(
          Understanding.guess(
              found.table(),
              found.register(),
              chosen.code(),
              places,
              today.date().getYear(),
              remembered(chosen, found)),
          grids.sheets(),
          communes,
          places);
    }
  }

  /// What someone may have said of a list before it is looked at.
  ///
  /// @param sheet the one to look at, or null for the one that looks most like a list
  /// @param commune code of the commune, or null for the first
  /// @param register that it fills, or null for the one whose headings it has
  record Asked(@Nullable String sheet, @Nullable String commune, @Nullable Sheet register) {}

  private record Found(Sheet register, Table table) {

    /// People without a word on what they are listed for are members.
    int fit() {
      return table.fit() + (register == Sheet.MEMBERS ? 1 : 0);
    }

    boolean isEnough() {
      return table.score() >= (register == Sheet.MEMBERS ? FEWEST : FEWEST + 1);
    }
  }

  private @Nullable List<Use> remembered(OrganizationRef commune, Found found) {
    return mappings
        .remembered(commune.code(), shape(found.register(), found.table()))
        .map(uses -> Arrays.asList(json.readValue(uses, Use[].class)))
        .orElse(null);
  }

  private static Stream<Found> tables(Grid grid, @Nullable Sheet register) {
    return Headings.REGISTERS.stream()
        .filter(candidate -> register == null || candidate == register)
        .map(candidate -> new Found(candidate, Table.find(grid, Headings.of(candidate))));
  }

  /// As someone said.
  Understood as(Viewer viewer, Path file, Mapping mapping) {
    try (GridFile grids = GridFile.open(file, Limits.DEFAULT)) {
      List<OrganizationRef> communes = communes(viewer);
      return new Understood(
          Understanding.of(grid(grids, mapping), mapping),
          grids.sheets(),
          communes,
          places(viewer, chosen(communes, mapping.commune()), mapping.register()));
    }
  }

  /// The rows, as those of a workbook.
  static Workbook workbook(Path file, Mapping mapping, Limits limits, Wording wording) {
    try (GridFile grids = GridFile.open(file, limits)) {
      return Understanding.of(grid(grids, mapping), mapping).workbook(wording);
    }
  }

  /// Keeps how an upload is read, for it and for the next list of the same shape.
  void keep(Viewer viewer, UUID upload, Understanding understanding) {
    Mapping mapping = understanding.mapping();
    mappings.keep(upload, viewer.account(), json.writeValueAsString(mapping));
    mappings.remember(
        mapping.commune(),
        shape(mapping.register(), understanding.table()),
        json.writeValueAsString(mapping.uses()),
        viewer.account(),
        today.now());
  }

  /// How an upload is read, or null where it is a workbook of the program's own.
  @Nullable Mapping ofUpload(Viewer viewer, UUID upload) {
    return mappings
        .ofUpload(upload, viewer.account())
        .map(mapping -> json.readValue(mapping, Mapping.class))
        .orElse(null);
  }

  private static Grid grid(GridFile grids, Mapping mapping) {
    if (!grids.sheets().contains(mapping.sheet())) {
      throw new Refused("workbook.mapping.noTable");
    }
    return grids.grid(mapping.sheet()).inUnicode();
  }

  private List<OrganizationRef> communes(Viewer viewer) {
    LocalDate day = today.date();
    List<OrganizationRef> communes = new ArrayList<>();
    for (OrganizationRef top : organizations.choices(viewer.scope(), day)) {
      if (top.isCommune() && !top.isAboveCommunes()) {
        communes.add(top);
      }
    }
    if (communes.isEmpty()) {
      throw new Refused("workbook.mapping.noCommune");
    }
    return communes;
  }

  private static OrganizationRef chosen(List<OrganizationRef> communes, @Nullable String code) {
    return communes.stream()
        .filter(commune -> code == null || commune.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /// What the words of a table of a register may mean.
  private List<Place> places(Viewer viewer, OrganizationRef commune, Sheet register) {
    if (register == Sheet.VILLAGES) {
      return known.villages(commune.id()).stream()
          .filter(village -> !village.states().isEmpty())
          .map(village ->
              new Place(village.code(), village.states().spans().getLast().value().name()))
          .toList();
    }
    if (register == Sheet.INDICATORS) {
      return known.indicators(commune.id(), today.date().getYear()).stream()
          .map(indicator -> new Place(indicator.code(), indicator.name()))
          .toList();
    }
    boolean any = "Mã tổ chức".equals(Headings.placeColumn(register));
    return organizations.subtree(viewer.scope(), commune, today.date()).stream()
        .filter(unit -> any || unit.isCell())
        .map(unit -> new Place(unit.code(), unit.name()))
        .toList();
  }

  private static String shape(Sheet register, Table table) {
    String shape = Shape.of(table.headings());
    return register == Sheet.MEMBERS ? shape : register.register() + ":" + shape;
  }
}
