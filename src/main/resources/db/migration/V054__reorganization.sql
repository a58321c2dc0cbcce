-- Reorganizations: units founded, split, merged, moved, renamed, changed in kind or dissolved, each one
-- event with its decision. Nothing of the time before is written anew: what was open is closed with the
-- event's day and goes on from it elsewhere.
create table reorganization (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id) deferrable,
  kind text not null check (kind in ('found', 'merge', 'split', 'move', 'rename', 'change_kind',
    'dissolve', 'rename_village', 'merge_villages', 'split_village')),
  day date not null,
  decision_number text not null check (decision_number <> ''),
  decision_body text not null check (decision_body <> ''),
  decided date not null,
  note text,
  event jsonb not null,
  account text not null,
  at timestamptz not null,
  change uuid not null default change_id()
);
comment on column reorganization.commune_id is 'the commune that it left, or the first that it began from';
comment on column reorganization.event is 'as it was asked for';
create index on reorganization (commune_id, day);

-- From which unit to which something went. The heir of a unit that ended has its records, and what is
-- asked of it from then on.
create table succession (
  reorganization_id uuid not null references reorganization (id) on delete cascade,
  commune_id uuid not null references organization (id) deferrable,
  predecessor_id uuid not null references organization (id) deferrable,
  successor_id uuid not null references organization (id) deferrable,
  day date not null,
  heir boolean not null,
  primary key (reorganization_id, predecessor_id, successor_id)
);
create index on succession (predecessor_id);
create index on succession (successor_id);
create unique index one_heir on succession (predecessor_id) where heir;

create table village_succession (
  reorganization_id uuid not null references reorganization (id) on delete cascade,
  commune_id uuid not null references organization (id) deferrable,
  predecessor_id uuid not null references village (id) deferrable,
  successor_id uuid not null references village (id) deferrable,
  day date not null,
  heir boolean not null,
  primary key (reorganization_id, predecessor_id, successor_id)
);
create index on village_succession (predecessor_id);
create index on village_succession (successor_id);

do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('reorganization', 'commune_id', 'id'),
      ('succession', 'successor_id', 'reorganization_id,predecessor_id,successor_id'),
      ('village_succession', 'successor_id', 'reorganization_id,predecessor_id,successor_id'))
      as kept (register, subject, keys)
  loop
    execute format('alter table %I enable row level security', t.register);
    execute format(
      'create policy of_seen_communes on %I
       using (commune_id = any ((select seen_communes())::uuid[]))', t.register);
    execute format(
      'create trigger keep_new_rows after insert on %I referencing new table as added
       for each statement execute function keep_new_rows(%s)', t.register,
      (select string_agg(quote_literal(a), ', ') from unnest(array[t.subject] || string_to_array(t.keys, ',')) a));
    execute format(
      'create trigger keep_row after update or delete on %I
       for each row execute function keep_row(%s)', t.register,
      (select string_agg(quote_literal(a), ', ') from unnest(array[t.subject] || string_to_array(t.keys, ',')) a));
  end loop;
end $$;

-- Since when someone is on the list, where a reorganization began the row anew.
alter table candidate add column listed_first date;
comment on column candidate.listed_first is 'null where it is the first day of listed';

-- Units whose records stand in another commune than the one they lie in.
create function lies_elsewhere(path ltree, commune uuid) returns boolean
  language sql immutable parallel safe set search_path = public
  as $$ select index(path, replace(commune::text, '-', '')::ltree) < 0 $$;
create index organization_period_elsewhere on organization_period using gist (path)
  where lies_elsewhere(path, commune_id);

-- Who has the records of a unit on a day: itself, or the heir of what it became.
create function heir_on(unit uuid, on_day date) returns uuid language sql stable
security definer set search_path = public as $$
  with recursive went as (
    select unit as id, 0 as depth
    union all
    select s.successor_id, went.depth + 1
    from went join succession s on s.predecessor_id = went.id
    where s.heir and s.day <= on_day)
  select id from went order by depth desc limit 1
$$;

create function village_heir_on(village uuid, on_day date) returns uuid language sql stable
security definer set search_path = public as $$
  with recursive went as (
    select village as id, 0 as depth
    union all
    select s.successor_id, went.depth + 1
    from went join village_succession s on s.predecessor_id = went.id
    where s.heir and s.day <= on_day)
  select id from went order by depth desc limit 1
$$;

-- The units whose records a unit has: itself, and those whose heir it is.
create function inherited(unit uuid) returns setof uuid language sql stable
security definer set search_path = public as $$
  with recursive mine as (
    select unit as id
    union
    select s.predecessor_id from mine join succession s on s.successor_id = mine.id
    where s.heir)
  select id from mine
$$;

-- Where parts of the tree stand and stood: a part follows its unit through time, and includes those
-- whose records that unit has.
create function through_time(parts ltree[]) returns setof ltree language sql stable
security definer set search_path = public as $$
  select unnest(parts)
  union
  select op.path
  from organization_period of_part
  cross join lateral inherited(of_part.organization_id) unit
  join organization_period op on op.organization_id = unit
  where of_part.path = any (parts)
$$;

-- The communes whose records parts of the tree contain or lie in.
create or replace function communes_of(parts ltree[]) returns setof uuid language sql stable
security definer set search_path = public as $$
  select organization_id from organization_period
  where organization_id = commune_id and path <@ any (parts)
  union
  select commune_id from organization_period
  where lies_elsewhere(path, commune_id) and path <@ any (parts)
  union
  select commune_id from organization_period
  where path = any (parts)
$$;

-- The row of a code that counts for a commune on a day: of one that was merged, for what it became.
create or replace function rule_on(of_code text, on_day date, of_commune uuid) returns setof rule_value
rows 1 language sql stable security definer set search_path = public as $$
  select r.*
  from rule_value r
  left join lateral (
    select op.path
    from organization_period op
    where op.organization_id = heir_on(of_commune, on_day)
    order by op.period desc
    limit 1) commune on true
  left join lateral (
    select index(commune.path, replace(r.unit_id::text, '-', '')::ltree) as depth
    where r.unit_id is not null) part on true
  where r.code = of_code and r.valid @> on_day and (r.unit_id is null or part.depth >= 0)
  order by lower(r.valid) desc nulls last, part.depth desc nulls last
  limit 1
$$;

-- Rows that refer to units and hold on a day end before it. Gives how many.
--
-- register, unit, period: the table, its column of the unit, its column of the period
create function end_rows(register text, unit text, period text, units uuid[], on_day date)
returns int language plpgsql as $$
declare
  done int;
begin
  execute format(
    'update %1$I set %3$I = daterange(lower(%3$I), $2)
     where %2$I = any ($1) and %3$I @> $2 and (lower(%3$I) is null or lower(%3$I) < $2)',
    register, unit, period) using units, on_day;
  get diagnostics done = row_count;
  return done;
end $$;

-- Rows that refer to a unit and hold on a day or later refer to another from that day on: what held
-- before ends with it, and a row like it begins. To the same unit it only cuts. Gives how many.
--
-- among: a column that must have one of the given values too, or null for all rows
create function carry_rows(register text, unit text, period text, from_unit uuid, to_unit uuid,
  on_day date, among text default null, chosen uuid[] default null)
returns int language plpgsql as $$
declare
  columns text;
  values_ text;
  only_ text := case when among is null then 'true' else format('%I = any ($4)', among) end;
  done int;
  cut int;
begin
  execute format(
    'update %1$I set %2$I = $2
     where %2$I = $1 and lower(%3$I) >= $3 and %4$s', register, unit, period, only_)
    using from_unit, to_unit, on_day, chosen;
  get diagnostics done = row_count;
  select string_agg(format('%I', a.attname), ', '),
      string_agg(case
        when a.attname = 'id' and exists (
          select from pg_index i
          where i.indrelid = a.attrelid and i.indisunique and i.indnkeyatts = 1
            and i.indkey[0] = a.attnum) then 'uuidv7()'
        when a.attname = unit then '$2'
        when a.attname = period then format('daterange($3, upper(%I))', a.attname)
        when a.attname = 'listed_first' then format('coalesce(%I, lower(%I))', a.attname, period)
        else format('%I', a.attname) end, ', ')
    into columns, values_
    from pg_attribute a
    where a.attrelid = register::regclass and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '';
  execute format(
    'with cut as (
       update %1$I set %3$I = daterange(lower(%3$I), $3)
       where %2$I = $1 and %3$I @> $3 and (lower(%3$I) is null or lower(%3$I) < $3) and %4$s
       returning old.*)
     insert into %1$I (%5$s) select %6$s from cut', register, unit, period, only_, columns, values_)
    using from_unit, to_unit, on_day, chosen;
  get diagnostics cut = row_count;
  return done + cut;
end $$;

-- Places of a unit and all below it are cut at a day, so that they can be otherwise from then on.
create function cut_places(units uuid[], on_day date) returns void language plpgsql as $$
begin
  with recursive below as (
    select unnest(units) as id
    union
    select op.organization_id from below
    join organization_period op on op.parent_id = below.id and op.period @> on_day),
  cut as (
    update organization_period op set period = daterange(lower(op.period), on_day)
    from below
    where op.organization_id = below.id and op.period @> on_day
      and (lower(op.period) is null or lower(op.period) < on_day)
    returning old.*)
  insert into organization_period (
    organization_id, period, commune_id, name, kind, parent_id, path, superior)
  select organization_id, daterange(on_day, upper(period)), commune_id, name, kind, parent_id, path,
    superior
  from cut;
end $$;

-- The paths of a unit and all below it, from a day on, by what they then lie under.
create function place_anew(unit uuid, on_day date) returns void language sql as $$
  with recursive placed as (
    select op.organization_id as id,
      coalesce(above.path, ''::ltree) || replace(op.organization_id::text, '-', '') as path
    from organization_period op
    left join organization_period above
      on above.organization_id = op.parent_id and above.period @> on_day
    where op.organization_id = unit and op.period @> on_day
    union
    select op.organization_id, placed.path || replace(op.organization_id::text, '-', '')
    from placed
    join organization_period op on op.parent_id = placed.id and op.period @> on_day)
  update organization_period op set path = placed.path
  from placed
  where op.organization_id = placed.id and op.period @> on_day and op.path <> placed.path
$$;
