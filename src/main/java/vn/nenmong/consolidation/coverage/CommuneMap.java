package vn.nenmong.consolidation.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.consolidation.village.VillageRow;
import vn.nenmong.consolidation.village.Whereabouts;
import vn.nenmong.consolidation.village.Whereabouts.Offset;
import vn.nenmong.consolidation.village.Whereabouts.Point;

/// A schematic picture of a commune: its villages in their directions from the centre, the near
/// ones drawn farther out than they are so that their names do not lie on each other. Of villages
/// that were measured from several centres coordinates alone tell how they lie to each other.
///
/// @param centre null where no village says where it lies from there
/// @param rings at the same distance from the centre
/// @param aside the villages whose direction is not known, below the picture
/// @param fold where they begin, from the top
/// @param numbered whether there are too many villages for their names
/// @param guessed whether nothing says how those with coordinates lie to the others
public record CommuneMap(
    int width,
    int height,
    @Nullable Mark centre,
    List<Ring> rings,
    List<Mark> placed,
    List<Mark> aside,
    int fold,
    boolean numbered,
    boolean guessed) {

  /// Half the height of a mark with its name below it.
  private static final int HALF = 17;

  private static final int BELOW = 25;
  private static final double LETTER = 7.2;
  private static final int LONGEST = 14;
  private static final int GAP = 8;
  private static final double GOLDEN_ANGLE = 2.4;
  private static final List<Integer> ROUND_KM = List.of(50, 20, 10, 5, 2, 1);

  /// @param label name or number of the village
  public record Mark(long x, long y, String label, @Nullable VillageRow village) {}

  public record Ring(int km, long radius, long labelX, long labelY) {}

  private record Spot(double x, double y) {}

  /// One that is still pushed about.
  private static final class Drawn {
    final VillageRow village;
    final String label;
    final double half;
    double x;
    double y;

    Drawn(VillageRow village, String label) {
      this.village = village;
      this.label = label;
      half = Math.max(11, label.length() * LETTER / 2 + 3);
    }

    /// Whether a label at a spot would lie on it.
    boolean covers(Spot spot) {
      return Math.abs(spot.x - x) < half + 16 && spot.y > y - HALF && spot.y < y + BELOW + 10;
    }

    Mark mark() {
      return new Mark(Math.round(x), Math.round(y), label, village);
    }
  }

  /// @param rows that are drawn
  /// @param all in the order in which they are numbered
  static CommuneMap of(List<VillageRow> rows, List<VillageRow> all, int width, int height) {
    boolean oneCentre = hasOneCentre(rows);
    Places places =
        Places.of(
            rows.stream()
                .map(VillageRow::whereabouts)
                .map(place -> oneCentre ? place : place.byCoordinates())
                .toList());
    boolean numbered = area(rows, places) > 0.5 * width * height;
    List<Drawn> placed = new ArrayList<>();
    List<Drawn> aside = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      VillageRow row = rows.get(i);
      Offset offset = places.offsets().get(i).orElse(null);
      Drawn drawn =
          new Drawn(row, numbered ? String.valueOf(all.indexOf(row) + 1) : shortened(row.name()));
      if (offset == null) {
        aside.add(drawn);
      } else {
        double stretch = offset.length() == 0 ? 0 : 1 / Math.sqrt(offset.length());
        drawn.x = offset.east() * stretch;
        drawn.y = -offset.north() * stretch;
        placed.add(drawn);
      }
    }
    int fold = placed.isEmpty() ? 0 : height;
    List<Spot> spots =
        Stream.concat(
                placed.stream().map(drawn -> new Spot(drawn.x, drawn.y)),
                places.centred() ? Stream.of(new Spot(0, 0)) : Stream.empty())
            .toList();
    double longest = placed.stream().mapToDouble(drawn -> drawn.half).max().orElse(0);
    Frame frame = Frame.around(spots, longest, width, height);
    // Those of one spot begin a little apart, each in a direction of its own.
    for (int i = 0; i < placed.size(); i++) {
      Drawn drawn = placed.get(i);
      drawn.x = frame.x(drawn.x) + 3 * Math.cos(i * GOLDEN_ANGLE);
      drawn.y = frame.y(drawn.y) + 3 * Math.sin(i * GOLDEN_ANGLE);
    }
    apart(placed, frame, places.centred(), width, height);
    int below = settle(aside, fold, width);
    return new CommuneMap(
        width,
        fold + below,
        places.centred()
            ? new Mark(Math.round(frame.x(0)), Math.round(frame.y(0)), "", null)
            : null,
        places.centred() ? rings(frame, places.farthest(), placed, width, height) : List.of(),
        placed.stream().map(Drawn::mark).toList(),
        aside.stream().map(Drawn::mark).toList(),
        fold,
        numbered,
        places.guessed());
  }

  static boolean hasOneCentre(List<VillageRow> rows) {
    return rows.stream().map(VillageRow::origin).distinct().count() <= 1;
  }

  /// Of those that are not set aside, in lines below, where each has room for its name.
  private static double area(List<VillageRow> rows, Places places) {
    return IntStream.range(0, rows.size())
        .filter(i -> places.offsets().get(i).isPresent())
        .mapToDouble(i -> (shortened(rows.get(i).name()).length() * LETTER + 6) * (HALF + BELOW))
        .sum();
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1).strip() + "…";
  }

  /// How the plane around the centre lies in the picture.
  private record Frame(double left, double top, double scale, double dx, double dy) {

    static Frame around(List<Spot> spots, double longest, int width, int height) {
      DoubleSummaryStatistics x = spots.stream().mapToDouble(Spot::x).summaryStatistics();
      DoubleSummaryStatistics y = spots.stream().mapToDouble(Spot::y).summaryStatistics();
      double wide = Math.max(0, x.getMax() - x.getMin());
      double high = Math.max(0, y.getMax() - y.getMin());
      double most =
          Math.min((width - 2 * longest - 4) / wide, (height - HALF - 2.0 * BELOW) / high);
      double scale = Double.isInfinite(most) ? 1 : most;
      return new Frame(
          x.getMin(),
          y.getMin(),
          scale,
          (width - wide * scale) / 2,
          (height - BELOW + HALF - high * scale) / 2);
    }

    double x(double east) {
      return dx + (east - left) * scale;
    }

    double y(double south) {
      return dy + (south - top) * scale;
    }
  }

  /// Pushes marks off each other and off the centre, and keeps them in the picture.
  private static void apart(
      List<Drawn> drawn, Frame frame, boolean centred, int width, int height) {
    for (int round = 0; round < 100; round++) {
      boolean moved = false;
      for (int i = 0; i < drawn.size(); i++) {
        Drawn one = drawn.get(i);
        if (centred) {
          moved |= push(one, null, one.x - frame.x(0), one.y - frame.y(0), one.half + 10);
        }
        for (int j = i + 1; j < drawn.size(); j++) {
          Drawn other = drawn.get(j);
          moved |= push(one, other, one.x - other.x, one.y - other.y, one.half + other.half);
        }
        one.x = Math.clamp(one.x, one.half, width - one.half);
        one.y = Math.clamp(one.y, HALF, height - BELOW);
      }
      if (!moved) {
        return;
      }
    }
  }

  /// @param other null for the centre, which stays
  private static boolean push(Drawn one, @Nullable Drawn other, double dx, double dy, double wide) {
    double overX = wide - Math.abs(dx);
    double overY = HALF + BELOW - Math.abs(dy);
    if (overX <= 0.5 || overY <= 0.5) {
      return false;
    }
    double part = other == null ? 1 : 0.5;
    boolean sideways = overX / wide < overY / (HALF + BELOW);
    double byX = sideways ? part * Math.copySign(overX, dx) : 0;
    double byY = sideways ? 0 : part * Math.copySign(overY, dy);
    one.x += byX;
    one.y += byY;
    if (other != null) {
      other.x -= byX;
      other.y -= byY;
    }
    return true;
  }

  /// The rings that have a free place within the picture for their label.
  private static List<Ring> rings(
      Frame frame, double farthest, List<Drawn> placed, int width, int height) {
    double x = frame.x(0);
    double y = frame.y(0);
    return ROUND_KM.stream()
        .filter(km -> km <= farthest)
        .limit(3)
        .flatMap(km -> {
          double radius = Math.sqrt(km) * frame.scale();
          return IntStream.range(0, 16)
              .mapToDouble(step -> Math.PI / 2 + step * Math.PI / 8)
              .mapToObj(
                  angle -> new Spot(x + radius * Math.cos(angle), y + radius * Math.sin(angle)))
              .filter(at -> at.x > 18 && at.x < width - 18 && at.y > 12 && at.y < height - 4)
              .filter(at -> placed.stream().noneMatch(drawn -> drawn.covers(at)))
              .findFirst()
              .map(at -> new Ring(km, Math.round(radius), Math.round(at.x), Math.round(at.y)))
              .stream();
        })
        .sorted(Comparator.comparingInt(Ring::km))
        .toList();
  }

  /// In lines below the picture.
  ///
  /// @return their height
  private static int settle(List<Drawn> aside, int from, int width) {
    if (aside.isEmpty()) {
      return 0;
    }
    double x = 8;
    double y = from + 26 + HALF;
    for (Drawn drawn : aside) {
      if (x + 2 * drawn.half > width - 4 && x > 8) {
        x = 8;
        y += HALF + BELOW;
      }
      drawn.x = x + drawn.half;
      drawn.y = y;
      x += 2 * drawn.half + GAP;
    }
    return (int) Math.ceil(y + BELOW - from);
  }

  /// Where villages lie from the centre of their commune.
  ///
  /// @param offsets empty where the direction is not known
  /// @param centred whether some of them say where they lie from it
  /// @param guessed whether nothing says how those with coordinates lie to the others
  private record Places(List<Optional<Offset>> offsets, boolean centred, boolean guessed) {

    /// Where coordinates and direction of a village are known, they tell where the centre is. Where
    /// no village has both, it is taken to be in the middle of the coordinates.
    static Places of(List<Whereabouts> all) {
      List<Point> centres = all.stream().flatMap(place -> place.centre().stream()).toList();
      List<Point> points = all.stream().flatMap(place -> place.point().stream()).toList();
      boolean told = !centres.isEmpty();
      Point centre = middle(told ? centres : points);
      boolean centred = all.stream().anyMatch(place -> place.fromCentre() != null);
      return new Places(
          all.stream().map(place -> Optional.ofNullable(offset(place, centre))).toList(),
          centred,
          centred && !told && !points.isEmpty());
    }

    private static @Nullable Offset offset(Whereabouts place, Point centre) {
      Offset offset = place.from(centre);
      return offset == null ? place.fromCentre() : offset;
    }

    private static Point middle(List<Point> points) {
      return new Point(
          points.stream().mapToDouble(Point::latitude).average().orElse(0),
          points.stream().mapToDouble(Point::longitude).average().orElse(0));
    }

    double farthest() {
      return offsets.stream().flatMap(Optional::stream).mapToDouble(Offset::length).max().orElse(0);
    }
  }
}
