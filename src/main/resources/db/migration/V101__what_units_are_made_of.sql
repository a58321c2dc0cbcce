-- What history told by the units of today counts for an organization: its units, all whose heirs
-- they are, and those that ended below them without an heir. Where a unit lay then does not matter.
create function made_of(place ltree, scope ltree[], today date) returns setof uuid
language sql stable rows 1000 set search_path = public as $$
  with recursive gone as materialized (
    select o.id, coalesce(
      (select s.successor_id from succession s where s.predecessor_id = o.id and s.heir),
      (select op.parent_id from organization_period op where op.organization_id = o.id
       order by op.period desc limit 1)) as went_to
    from organization o
    where upper(o.life) <= today),
  mine as (
    select op.organization_id as id
    from organization_period op
    where op.path <@ place and op.path <@ any (scope) and op.period @> today
    union
    select gone.id from mine join gone on gone.went_to = mine.id)
  select id from mine
$$;
comment on function made_of is 'the units of an organization of today and all that they came of';

create function nearest(period daterange, on_day date) returns date
language sql immutable parallel safe as $$
  select case when period << daterange(on_day, null) then upper(period) - 1
    when period >> daterange(null, on_day, '[]') then lower(period) else on_day end
$$;
comment on function nearest is 'the day of a period that is nearest to a day';

-- From how many communes on the greater size of a committee holds, as the size itself says.
alter table rule_value disable trigger user;
insert into rule_value
  (code, valid, value, document_number, document_body, document_date, clause, evidence)
values
  ('commune_committee.many_communes', '[2025-04-14,)', '3', '45-CT/TW', 'Bộ Chính trị', '2025-04-14', null, 'B');
alter table rule_value enable trigger user;
