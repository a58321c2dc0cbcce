-- What an office adds to the rules itself counts for a part of the tree: its commune, or all communes
-- below a body. Of several rows of a code that hold on a day the one that began last counts, and of
-- two that began together the one for the smaller part.
alter table rule_value
  drop constraint rule_value_pkey,
  add column id uuid primary key default uuidv7(),
  add column unit_id uuid references organization (id),
  add column account text,
  add constraint own_values_say_who check ((unit_id is null) = (account is null)),
  add constraint one_value_a_day exclude using gist (
    code with =, coalesce(unit_id, '00000000-0000-0000-0000-000000000000') with =, valid with &&);
comment on column rule_value.unit_id is 'whose own value it is; null for the program''s, which counts everywhere';
comment on column rule_value.value is
  'a number; `60 working days`, `30 days`, `12 months`; `2/3`, or `1/2+` for more than half; words by commas';

-- Days off work that are no weekend, and weekends that are worked in exchange.
create table holiday (
  id uuid primary key default uuidv7(),
  unit_id uuid references organization (id),
  day date not null,
  kind text not null check (kind in ('off', 'worked')),
  name text not null check (name <> ''),
  source text not null check (source <> ''),
  evidence text not null check (evidence in ('A', 'B', 'C', 'UNVERIFIED')),
  account text,
  unique nulls not distinct (unit_id, day),
  check ((kind = 'off') = (extract(isodow from day) < 6)),
  check ((unit_id is null) = (account is null))
);
comment on table holiday is 'of cadres and civil servants, who work from Monday to Friday';

-- Years whose days off are all known: no working day is counted in another.
create table holiday_year (
  id uuid primary key default uuidv7(),
  unit_id uuid references organization (id),
  year int not null check (year between 1945 and 2200),
  unique nulls not distinct (unit_id, year)
);

-- The bodies and communes whose own rules count for the communes that are seen: these, and what stood
-- above them.
create function rule_units() returns uuid[] language sql stable security definer
set search_path = public as $$
  select coalesce(array_agg(distinct label::uuid), '{}')
  from organization_period op
  cross join lateral unnest(string_to_array(op.path::text, '.')) as label
  where op.organization_id = any (seen_communes())
$$;

do $$
declare
  t text;
begin
  foreach t in array array['rule_value', 'holiday', 'holiday_year'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy of_all_or_own on %I
       using (unit_id is null or unit_id = any ((select rule_units())::uuid[]))
       with check (unit_id = any ((select rule_units())::uuid[]))', t);
  end loop;
end $$;

-- The row of a code that counts for a commune on a day. It asks about no people, and may look above
-- the communes that are seen.
create function rule_on(of_code text, on_day date, of_commune uuid) returns setof rule_value
rows 1 language sql stable security definer set search_path = public as $$
  select r.*
  from rule_value r
  left join lateral (
    select op.path
    from organization_period op
    where op.organization_id = of_commune
    order by op.period desc
    limit 1) commune on true
  left join lateral (
    select index(commune.path, replace(r.unit_id::text, '-', '')::ltree) as depth
    where r.unit_id is not null) part on true
  where r.code = of_code and r.valid @> on_day and (r.unit_id is null or part.depth >= 0)
  order by lower(r.valid) desc nulls last, part.depth desc nulls last
  limit 1
$$;

-- What an office does to the rules is kept like what it does to the registers.
create or replace function commune_of(register text) returns text language sql immutable as $$
  select case
    when register = 'economic_model_year' then
      '(select m.commune_id from economic_model m where m.id = row.model_id)'
    when register = 'mass_organization_year' then
      '(select m.commune_id from mass_organization m where m.id = row.mass_organization_id)'
    when register = 'indicator_year' then
      '(select i.commune_id from indicator i where i.id = row.indicator_id)'
    when register in ('rule_value', 'holiday', 'holiday_year') then 'row.unit_id'
    else 'row.commune_id' end
$$;
do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('rule_value', 'id'), ('holiday', 'id'), ('holiday_year', 'id')) as kept (register, keys)
  loop
    execute format(
      'create trigger keep_new_rows after insert on %I referencing new table as added
       for each statement execute function keep_new_rows(%s)',
      t.register,
      (select string_agg(quote_literal(a), ', ') from unnest(array['unit_id'] || string_to_array(t.keys, ',')) a));
    execute format(
      'create trigger keep_row after update or delete on %I
       for each row execute function keep_row(%s)',
      t.register,
      (select string_agg(quote_literal(a), ', ') from unnest(array['unit_id'] || string_to_array(t.keys, ',')) a));
  end loop;
end $$;
