package vn.nenmong.consolidation.village;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// A village on a day, and its years until then.
public record VillageFile(
    VillageRow village,
    List<Member> members,
    List<Post> posts,
    List<Year> years,
    List<Stage> history,
    List<Model> models) {

  public record Member(UUID id, String name, @Nullable PartialDate born, String cell) {}

  /// @param memberId set when the person is a member whom the scope reaches
  public record Post(
      String title, String name, @Nullable PartialDate since, @Nullable UUID memberId) {}

  /// @param recordId by which it is corrected
  public record Year(
      UUID recordId,
      int year,
      @Nullable Integer households,
      @Nullable Integer population,
      @Nullable Integer poor,
      @Nullable Integer nearPoor,
      @Nullable Boolean cultural) {}

  /// What it was called and which cell led it, for a while.
  public record Stage(
      String name,
      @Nullable String cell,
      @Nullable String meetingForm,
      @Nullable LocalDate since,
      @Nullable LocalDate lastDay) {}

  public record Model(
      String name, @Nullable String kind, String person, @Nullable BigDecimal income) {}
}
