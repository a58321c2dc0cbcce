insert into committee_term (commune_id, organization_id, began)
select o.id, o.id, congress.began
from (
  values
    ('NATONG', date '2015-06-12'), ('HEMUONG', date '2015-06-19'), ('NUANGAM2016', date '2015-06-26'),
    ('NATONG', date '2020-06-05'), ('HEMUONG', date '2020-06-12'), ('NUANGAM2016', date '2020-06-19'),
    ('NUANGAM', date '2025-07-25')) congress (code, began)
join organization o on o.code = congress.code and o.id = o.commune_id
on conflict do nothing
