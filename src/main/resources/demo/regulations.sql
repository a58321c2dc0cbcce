-- What the workbook of the made-up commune has no sheet for. All of it is invented.

insert into working_regulation (commune_id, organization_id, number, issued_on, title, changed, period)
select root.id, o.id, told.number, cast(told.issued as date), told.title, told.changed,
  daterange(cast(told.since as date), cast(told.until as date))
from (values
  ('NATONG', '01-QC/ĐU', '2013-08-15', '2013-08-15', '2015-07-20', 'Quy chế làm việc của Ban Chấp hành Đảng bộ xã', null),
  ('NATONG', '01-QC/ĐU', '2015-07-20', '2015-07-20', null, 'Quy chế làm việc của Ban Chấp hành Đảng bộ xã nhiệm kỳ 2015-2020', 'Thêm chế độ cấp ủy viên phụ trách chi bộ và báo cáo hằng quý'),
  ('CB01', '01-QC/CB', '2015-05-04', '2015-05-04', '2016-07-05', 'Quy chế làm việc của chi bộ', null),
  ('CB01', '02-QC/CB', '2016-07-05', '2016-07-05', null, 'Quy chế làm việc của chi bộ', 'Thêm lịch họp cố định và phân công đảng viên phụ trách nhóm hộ'),
  ('CB02', '01-QC/CB', '2015-05-06', '2015-05-06', null, 'Quy chế làm việc của chi bộ', null),
  ('CB03', '01-QC/CB', '2015-05-06', '2015-05-06', null, 'Quy chế làm việc của chi bộ', null),
  ('CB04', '01-QC/CB', '2015-05-10', '2015-05-10', '2016-08-01', 'Quy chế làm việc của chi bộ', null),
  ('CB04', '02-QC/CB', '2016-08-01', '2016-08-01', null, 'Quy chế làm việc của chi bộ', 'Thêm việc mỗi đảng viên giúp một hộ nghèo'),
  ('CB05', '01-QC/CB', '2015-05-12', '2015-05-12', null, 'Quy chế làm việc của chi bộ', null),
  ('CB06', '01-QC/CB', '2016-09-03', '2016-09-03', null, 'Quy chế làm việc của chi bộ', null),
  ('CB07', '01-QC/CB', '2015-06-01', '2015-06-01', null, 'Quy chế làm việc của chi bộ', null),
  ('CB08', '01-QC/CB', '2015-06-01', '2015-06-01', null, 'Quy chế làm việc của chi bộ', null),
  ('CB09', '01-QC/CB', '2015-06-03', '2015-06-03', null, 'Quy chế làm việc của chi bộ', null),
  ('CB11', '01-QC/CB', '2015-06-15', '2015-06-15', null, 'Quy chế làm việc của chi bộ cơ quan', null),
  ('CB12', '01-QC/CB', '2015-09-10', '2015-09-10', null, 'Quy chế làm việc của chi bộ nhà trường', null),
  ('CB13', '01-QC/CB', '2015-09-10', '2015-09-10', null, 'Quy chế làm việc của chi bộ nhà trường', null),
  ('CB14', '01-QC/CB', '2015-09-12', '2015-09-12', null, 'Quy chế làm việc của chi bộ nhà trường', null),
  ('CB15', '01-QC/CB', '2015-10-02', '2015-10-02', null, 'Quy chế làm việc của chi bộ', null)
) as told (code, number, issued, since, until, title, changed)
join organization root on root.code = 'NATONG' and root.id = root.commune_id
join organization o on o.commune_id = root.id and o.code = told.code;
