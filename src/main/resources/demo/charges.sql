-- What the workbook of the made-up commune has no sheet for. All of it is invented.

insert into charge_decision (commune_id, number, body, day, replaces, note)
select c.commune_id, c.document_number, 'Ban Chấp hành Đảng bộ xã Na Tông', date '2016-01-15', 'cells',
  'Phân công cấp ủy viên phụ trách chi bộ nhiệm kỳ 2015-2020'
from charge c
join organization root on root.id = c.commune_id and root.code = 'NATONG'
where c.since = '2016-01-15' and c.document_number is not null
group by c.commune_id, c.document_number
order by c.document_number;

update charge c set decision_id = d.id
from charge_decision d
where d.commune_id = c.commune_id and d.number = c.document_number and c.since = '2016-01-15';
