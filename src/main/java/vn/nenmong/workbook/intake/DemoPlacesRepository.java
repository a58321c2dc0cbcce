package vn.nenmong.workbook.intake;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the demo's workbook has no columns for: made-up directions of its villages, and agencies.
@Repository
class DemoPlacesRepository {

  static final String DIRECTIONS =
      """
      update village_period p
      set bearing = told.bearing
      from village v
      join (values
        ('B01', 45.0), ('B02', 67.5), ('B03', 0.0), ('B04', 180.0), ('B05', 112.5), ('B06', 135.0),
        ('B07', 202.5), ('B08', 247.5), ('B09', 270.0), ('B11', 157.5), ('B12', 315.0))
        as told (code, bearing) on told.code = v.code
      where v.id = p.village_id and v.commune_id = :commune
      """;

  static final String AGENCIES =
      """
      insert into agency (period, commune_id, name, kind, cell_id)
      select daterange(coalesce(told.since, lower(c.life)), null), c.id, told.name, told.kind, o.id
      from organization c
      cross join (values
        ('Trường Mầm non Na Tông', 'school', 'CB12', null),
        ('Trường Tiểu học Na Tông', 'school', 'CB13', null),
        ('Trường THCS Na Tông', 'school', 'CB14', null),
        ('Trường Tiểu học số 2 Na Tông', 'school', null, date '2015-09-01'),
        ('Trạm Y tế xã Na Tông', 'health_station', 'CB15', null),
        ('Ủy ban nhân dân xã Na Tông', 'office', 'CB11', null),
        ('Ban Chỉ huy Quân sự xã', 'armed_forces', 'CB16', null),
        ('Công an xã', 'armed_forces', 'CB11', null),
        ('Hợp tác xã nông nghiệp Na Sản', 'enterprise', null, date '2014-03-01'))
        as told (name, kind, cell, since)
      left join organization o on o.commune_id = c.id and o.code = told.cell
      where c.id = :commune
      order by told.name
      """;

  private final JdbcClient jdbc;

  DemoPlacesRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void fill(UUID commune) {
    jdbc.sql(DIRECTIONS).param("commune", commune).update();
    jdbc.sql(AGENCIES).param("commune", commune).update();
  }
}
