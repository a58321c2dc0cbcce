package vn.nenmong.consolidation.unit;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.ChangingForm;
import vn.nenmong.entry.Deed;
import vn.nenmong.entry.EndingForm;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.Kept;
import vn.nenmong.entry.Rejected;
import vn.nenmong.entry.Units;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Period;
import vn.nenmong.kernel.time.Timeline;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationState;

/// Enters Party organizations: name, kind and place in the tree through time.
@Component
record UnitForm(UnitStateRepository states, Units units, Today today)
    implements ChangingForm, EndingForm {

  private static final List<String> KINDS =
      List.of("grassroots_committee", "sub_committee", "cell", "grassroots_cell");

  /// What may be otherwise from a day on; the rest is corrected.
  private static final Set<String> CHANGING = Set.of("name", "kind", "parent", "superior");

  @Override
  public String register() {
    return "organizations";
  }

  @Override
  public String title() {
    return "consolidation.unit.entry";
  }

  @Override
  public String page() {
    return "/organizations";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        Field.of("name", "consolidation.unit.name", Kind.TEXT).needed(),
        Field.of("code", "consolidation.unit.code", Kind.TEXT).needed(),
        choice(
                "kind",
                "consolidation.unit.kind",
                KINDS.stream()
                    .map(kind -> Choice.word(kind, "consolidation.kind." + kind))
                    .toList())
            .needed()
            .dittoed(),
        choice("parent", "consolidation.unit.parent", units.committees(viewer.scope(), on))
            .dittoed(),
        Field.of("founded", "consolidation.unit.founded", Kind.DATE).dittoed(),
        Field.of("decision", "consolidation.unit.decision", Kind.TEXT).dittoed(),
        Field.of("superior", "consolidation.unit.superior", Kind.TEXT),
        Field.of("note", "membership.column.note", Kind.TEXT));
  }

  @Override
  public boolean asks(Deed deed, Field field) {
    return deed != Deed.CHANGE || CHANGING.contains(field.name());
  }

  @Override
  public Optional<Kept> find(Scope scope, UUID id) {
    return states.find(scope, id);
  }

  /// That of the body above; of a commune's own committee, which has none, by its code.
  @Override
  public UUID commune(Scope scope, Values values) {
    UUID parent = values.id("parent");
    return parent == null
        ? states
            .commune(scope, values.needed("code"))
            .orElseThrow(() -> new Rejected("parent", "consolidation.unit.problem.parent"))
        : units.commune(scope, parent, today.date());
  }

  @Override
  public UUID add(Viewer viewer, UUID commune, Values values) {
    UUID parent = values.id("parent");
    if (parent == null) {
      throw new Rejected("parent", "consolidation.unit.problem.parent");
    }
    CommuneTree tree = states.tree(commune);
    Period above = tree.life(commune);
    PartialDate founded = values.date("founded");
    Period life = Period.since(founded == null ? above.from() : founded.first());
    UUID id = states.insert(commune, values, life);
    states.write(tree.with(id, Timeline.of(life, state(values, null, parent))));
    return id;
  }

  @Override
  public void change(UUID id, Values values, LocalDate from) {
    CommuneTree tree = states.tree(states.commune(id));
    Timeline<OrganizationState> before = tree.of(id);
    OrganizationState last = before.spans().getLast().value();
    LocalDate began = before.spans().getLast().period().from();
    if (!tree.life(id).contains(from)) {
      throw new Rejected("from", "consolidation.unit.problem.outside");
    }
    if (began != null && began.isAfter(from)) {
      throw new Rejected("from", "membership.problem.laterState");
    }
    OrganizationState state = state(values, last, parent(tree, id, last, values));
    staysInItsCommune(last.parent(), state.parent(), from);
    states.write(placed(id, tree.with(id, before.with(from, Period.since(from), state))));
  }

  @Override
  public void correct(UUID id, Values values) {
    UUID commune = states.commune(id);
    CommuneTree tree = states.tree(commune);
    Timeline<OrganizationState> before = tree.of(id);
    OrganizationState last = before.spans().getLast().value();
    PartialDate founded = values.date("founded");
    Period life =
        new Period(
            founded != null
                ? founded.first()
                : id.equals(commune) ? null : tree.life(commune).from(),
            tree.life(id).to());
    Timeline<OrganizationState> after =
        before.last(state(values, last, parent(tree, id, last, values))).from(life.from());
    states.update(id, values, life);
    states.write(placed(id, tree.with(id, after)));
  }

  /// Those who hold an office of it, or are in charge of it, do so no longer. Whoever belongs to it
  /// must have been moved before.
  @Override
  public void end(UUID id, LocalDate last, String reason) {
    UUID commune = states.commune(id);
    if (id.equals(commune)) {
      throw new Rejected(null, "consolidation.unit.problem.root");
    }
    CommuneTree tree = states.tree(commune);
    if (!tree.life(id).contains(last) || tree.life(id).to() != null) {
      throw new Rejected("last", "entry.problem.endOutside");
    }
    states
        .remaining(id, last)
        .ifPresent(left -> {
          throw new Rejected(
              "last",
              "consolidation.unit.problem.remaining",
              left.members(),
              left.villages(),
              left.units(),
              left.candidates());
        });
    states.end(id, last);
    states.write(tree.with(id, tree.of(id).until(last.plusDays(1))));
  }

  @Override
  public void remove(UUID id) {
    if (id.equals(states.commune(id))) {
      throw new Rejected(null, "consolidation.unit.problem.root");
    }
    states.delete(id);
  }

  /// @param last of one that is there already: while it stays below a body, its path stays
  private static OrganizationState state(
      Values values, @Nullable OrganizationState last, @Nullable UUID parent) {
    return new OrganizationState(
        values.needed("name"),
        values.needed("kind"),
        parent,
        last != null && Objects.equals(parent, last.parent()) ? last.path() : "",
        values.text("superior"));
  }

  /// A commune's own committee stands where it stood; every other has a body above.
  private static @Nullable UUID parent(
      CommuneTree tree, UUID id, OrganizationState last, Values values) {
    UUID parent = values.id("parent");
    if (id.equals(tree.commune()) && parent == null) {
      return last.parent();
    }
    if (parent == null && last.parent() != null) {
      throw new Rejected("parent", "consolidation.unit.problem.parent");
    }
    if (parent != null && last.parent() == null) {
      throw new Rejected("parent", "consolidation.unit.problem.root");
    }
    return parent;
  }

  /// What goes to another commune takes along more than its place: that is a reorganization.
  private void staysInItsCommune(@Nullable UUID before, @Nullable UUID parent, LocalDate from) {
    if (parent != null
        && !parent.equals(before)
        && !states
            .liesIn(parent, from)
            .equals(states.liesIn(Objects.requireNonNull(before), from))) {
      throw new Rejected("parent", "consolidation.unit.problem.otherCommune");
    }
  }

  private static CommuneTree placed(UUID id, CommuneTree tree) {
    if (tree.isCircular(id)) {
      throw new Rejected("parent", "consolidation.unit.problem.circle");
    }
    return tree;
  }
}
