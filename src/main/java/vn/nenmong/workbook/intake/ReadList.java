package vn.nenmong.workbook.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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
  /// @param places cells that its words may mean
  record Understood(
      Understanding understanding,
      List<String> sheets,
      List<OrganizationRef> communes,
      List<Place> places) {}

  private final Organizations organizations;
  private final ListMappingRepository mappings;
  private final Today today;
  private final JsonMapper json = JsonMapper.builder().build();

  ReadList(Organizations organizations, ListMappingRepository mappings, Today today) {
    this.organizations = organizations;
    this.mappings = mappings;
    this.today = today;
  }

  /// The program's own guess.
  ///
  /// @param sheet the one to look at, or null for the one that looks most like a list
  /// @param commune code of the commune, or null for the first
  /// @throws Refused where the file holds no table at all
  Understood guess(Viewer viewer, Path file, @Nullable String sheet, @Nullable String commune) {
    try (GridFile grids = GridFile.open(file, Limits.DEFAULT)) {
      Table table =
          grids.sheets().stream()
              .filter(name -> sheet == null || name.equals(sheet))
              .map(name -> Table.find(grids.grid(name).inUnicode()))
              .max(Comparator.comparingInt(Table::score))
              .filter(found -> sheet != null || found.score() >= FEWEST)
              .orElseThrow(() -> new Refused("workbook.mapping.noTable"));
      List<OrganizationRef> communes = communes(viewer);
      OrganizationRef chosen = chosen(communes, commune);
      List<Place> places = places(viewer, chosen);
      List<Use> remembered =
          mappings
              .remembered(chosen.code(), shape(table))
              .map(uses -> Arrays.asList(json.readValue(uses, Use[].class)))
              .orElse(null);
      return new Understood(
          Understanding.guess(
              table, Sheet.MEMBERS, chosen.code(), places, today.date().getYear(), remembered),
          grids.sheets(),
          communes,
          places);
    }
  }

  /// As someone said.
  Understood as(Viewer viewer, Path file, Mapping mapping) {
    try (GridFile grids = GridFile.open(file, Limits.DEFAULT)) {
      List<OrganizationRef> communes = communes(viewer);
      return new Understood(
          Understanding.of(grid(grids, mapping), mapping),
          grids.sheets(),
          communes,
          places(viewer, chosen(communes, mapping.commune())));
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
        shape(understanding.table()),
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

  private List<Place> places(Viewer viewer, OrganizationRef commune) {
    return organizations.subtree(viewer.scope(), commune, today.date()).stream()
        .filter(OrganizationRef::isCell)
        .map(cell -> new Place(cell.code(), cell.name()))
        .toList();
  }

  private static String shape(Table table) {
    return Shape.of(table.headings());
  }
}
