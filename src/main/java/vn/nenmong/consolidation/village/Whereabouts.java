package vn.nenmong.consolidation.village;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Where a village lies, as far as it is known: the columns of `village_period`.
///
/// @param distanceKm from the centre of the commune
/// @param bearing from there, in degrees clockwise from north
/// @param latitude in degrees; known where the longitude is
public record Whereabouts(
    @Nullable BigDecimal distanceKm,
    @Nullable BigDecimal bearing,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude) {

  public static final Whereabouts UNKNOWN = new Whereabouts(null, null, null, null);

  private static final double EARTH_KM = 6371.0088;

  /// A way on the plane around a commune, in km.
  public record Offset(double east, double north) {

    Offset minus(Offset other) {
      return new Offset(east - other.east, north - other.north);
    }

    public double length() {
      return Math.hypot(east, north);
    }
  }

  /// A place by its coordinates, in degrees.
  public record Point(double latitude, double longitude) {}

  /// What its coordinates alone tell.
  public Whereabouts byCoordinates() {
    return new Whereabouts(null, null, latitude, longitude);
  }

  /// How far it is to another village of the commune, in km as the crow flies; by way of the centre
  /// where of one of them only the distance from there is known. Empty where nothing is.
  public OptionalDouble kmTo(Whereabouts other) {
    if (latitude != null
        && longitude != null
        && other.latitude != null
        && other.longitude != null) {
      return OptionalDouble.of(greatCircle(latitude, longitude, other.latitude, other.longitude));
    }
    Offset here = fromCentre();
    Offset there = other.fromCentre();
    if (here != null && there != null) {
      return OptionalDouble.of(there.minus(here).length());
    }
    return distanceKm == null || other.distanceKm == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(distanceKm.doubleValue() + other.distanceKm.doubleValue());
  }

  /// From the centre by distance and direction, which the centre itself needs not; null where they
  /// are not known.
  public @Nullable Offset fromCentre() {
    if (distanceKm == null || (bearing == null && distanceKm.signum() > 0)) {
      return null;
    }
    double angle = bearing == null ? 0 : Math.toRadians(bearing.doubleValue());
    double km = distanceKm.doubleValue();
    return new Offset(km * Math.sin(angle), km * Math.cos(angle));
  }

  /// From a place of known coordinates, by its own; null where it has none. Good within a commune.
  public @Nullable Offset from(Point place) {
    return point()
        .map(here ->
            new Offset(
                Math.toRadians(here.longitude() - place.longitude()) * circle(place.latitude()),
                Math.toRadians(here.latitude() - place.latitude()) * EARTH_KM))
        .orElse(null);
  }

  public Optional<Point> point() {
    return latitude == null || longitude == null
        ? Optional.empty()
        : Optional.of(new Point(latitude.doubleValue(), longitude.doubleValue()));
  }

  /// Where the centre of the commune is, as far as this village tells.
  public Optional<Point> centre() {
    Offset offset = fromCentre();
    return offset == null
        ? Optional.empty()
        : point()
            .map(here ->
                new Point(
                    here.latitude() - Math.toDegrees(offset.north() / EARTH_KM),
                    here.longitude() - Math.toDegrees(offset.east() / circle(here.latitude()))));
  }

  /// The radius of a circle of latitude, in km.
  private static double circle(double latitude) {
    return EARTH_KM * Math.cos(Math.toRadians(latitude));
  }

  private static double greatCircle(
      BigDecimal fromLatitude,
      BigDecimal fromLongitude,
      BigDecimal toLatitude,
      BigDecimal toLongitude) {
    double from = Math.toRadians(fromLatitude.doubleValue());
    double to = Math.toRadians(toLatitude.doubleValue());
    double north = Math.sin((to - from) / 2);
    double east =
        Math.sin(Math.toRadians(toLongitude.doubleValue() - fromLongitude.doubleValue()) / 2);
    double half = north * north + Math.cos(from) * Math.cos(to) * east * east;
    return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, half)));
  }
}
