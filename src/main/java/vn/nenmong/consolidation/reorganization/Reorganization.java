package vn.nenmong.consolidation.reorganization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/// A reorganization as it is asked for, by the wizard or a file: what is to be, not yet whether it
/// can be. Units are named by their full code (`NATONG`, `NATONG/CB05`), villages likewise; people
/// by their card number, behind the code of the commune in whose records they stand where two have
/// the same (`NATONG/11.100000`), or by their id.
///
/// @param effective the first day on which it is so
/// @param units those that it begins from
/// @param into those that come of it, or the one that they go to
/// @param offices who holds what from that day, or no office any more; all other offices of units
///   that end, end, and those of units that go on stay
/// @param carry accounts that keep in the heir of a unit that ends what they may do in it
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Reorganization(
    Kind kind,
    LocalDate effective,
    Decision decision,
    List<String> units,
    List<Into> into,
    List<Office> offices,
    List<String> carry) {

  public enum Kind {
    @JsonProperty("found")
    FOUND,
    @JsonProperty("merge")
    MERGE,
    @JsonProperty("split")
    SPLIT,
    @JsonProperty("move")
    MOVE,
    @JsonProperty("rename")
    RENAME,
    @JsonProperty("change_kind")
    CHANGE_KIND,
    @JsonProperty("dissolve")
    DISSOLVE,
    @JsonProperty("rename_village")
    RENAME_VILLAGE,
    @JsonProperty("merge_villages")
    MERGE_VILLAGES,
    @JsonProperty("split_village")
    SPLIT_VILLAGE;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Whether it is about villages, not Party organizations.
    public boolean isOfVillages() {
      return name().contains("VILLAGE");
    }

    public static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }

  /// @param body that decided
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Decision(String number, String body, LocalDate day, @Nullable String note) {
    public Decision {
      if (number == null || number.isBlank() || body == null || body.isBlank() || day == null) {
        throw new IllegalArgumentException("a decision needs number, body and day");
      }
    }
  }

  /// A unit or village that is there already, or a new one.
  ///
  /// @param unit full code of one that is there; null for a new one
  /// @param code of a new one, within its commune; of a commune, in the system
  /// @param name of a new one, or the other name of one that is renamed
  /// @param kind of a new organization, or the other kind: `cell`, `sub_committee` …
  /// @param parent full code of the body above a new one; null for a commune that stands alone
  /// @param superior name of the body above a commune, as its papers head it
  /// @param cell full code of the cell that leads a new village, or null
  /// @param takes what goes to it; null where it gets what nobody else takes
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Into(
      @Nullable String unit,
      @Nullable String code,
      @Nullable String name,
      @Nullable String kind,
      @Nullable String parent,
      @Nullable String superior,
      @Nullable String cell,
      @Nullable Takes takes) {

    public static Into existing(String unit) {
      return new Into(unit, null, null, null, null, null, null, null);
    }

    boolean isNew() {
      return unit == null;
    }

    /// The code by which it is named once it is there.
    String name(String commune) {
      return unit != null ? unit : commune.isEmpty() ? String.valueOf(code) : commune + "/" + code;
    }
  }

  /// @param members people; where none are given, those who live in the villages
  /// @param villages that its cells lead from then on; in an event of villages, none
  /// @param units that stand below it from then on
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Takes(List<String> members, List<String> villages, List<String> units) {
    public Takes {
      members = members == null ? List.of() : List.copyOf(members);
      villages = villages == null ? List.of() : List.copyOf(villages);
      units = units == null ? List.of() : List.copyOf(units);
    }
  }

  /// @param unit the code by which [Into] names it
  /// @param role `secretary`, `deputy_secretary` …; `none` for who holds none there from that day
  public record Office(String unit, String person, String title, String role) {
    public static final String NONE = "none";

    boolean isNone() {
      return role.equals(NONE);
    }
  }

  /// By which the same event is known again.
  public String digest() {
    return DigestUtils.sha256Hex(toString());
  }

  /// @throws IllegalArgumentException where kind, first day or decision are not given
  public Reorganization {
    if (kind == null || effective == null || decision == null) {
      throw new IllegalArgumentException("kind, effective and decision are needed");
    }
    units = units == null ? List.of() : List.copyOf(units);
    into = into == null ? List.of() : List.copyOf(into);
    offices = offices == null ? List.of() : List.copyOf(offices);
    carry = carry == null ? List.of() : List.copyOf(carry);
  }
}
