-- Row security: the second fence, behind the scope that each query has. A connection sees and writes
-- rows of the communes in its setting `nenmong.communes`, and the files that the account in its
-- setting `nenmong.account` brought; where a setting is absent or empty, none.

create function seen_communes() returns uuid[] language sql stable parallel safe as $$
  select coalesce(
    string_to_array(nullif(current_setting('nenmong.communes', true), ''), ',')::uuid[], '{}')
$$;

-- For work that has the whole database: the command line on the machine itself.
create function every_commune() returns text language sql stable security definer
set search_path = public as $$
  select coalesce(string_agg(id::text, ','), '') from organization where id = commune_id
$$;

-- The communes that parts of the tree contain or lie in.
create index organization_period_of_roots on organization_period using gist (path)
  where organization_id = commune_id;
create function communes_of(parts ltree[]) returns setof uuid language sql stable security definer
set search_path = public as $$
  select organization_id from organization_period
  where organization_id = commune_id and path <@ any (parts)
  union
  select commune_id from organization_period
  where path = any (parts)
$$;

-- Rows that say whose they are.
do $$
declare
  t record;
begin
  for t in
    select c.relname as name
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'commune_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'audit_line'
  loop
    execute format('alter table %I enable row level security', t.name);
    execute format(
      'create policy of_seen_communes on %I
       using (commune_id = any ((select seen_communes())::uuid[]))', t.name);
  end loop;
end $$;

-- Rows that say it by what they belong to.
alter table economic_model_year enable row level security;
create policy of_seen_communes on economic_model_year
  using (exists (select from economic_model m where m.id = model_id));
alter table mass_organization_year enable row level security;
create policy of_seen_communes on mass_organization_year
  using (exists (select from mass_organization m where m.id = mass_organization_id));
alter table indicator_year enable row level security;
create policy of_seen_communes on indicator_year
  using (exists (select from indicator i where i.id = indicator_id));

-- The trail is added to by whoever does something; read only as far as it concerns what is seen.
alter table audit_line enable row level security;
create policy added on audit_line for insert with check (true);
create policy of_seen_communes on audit_line for select
  using (commune_id = any ((select seen_communes())::uuid[]));

-- What a change did is written by triggers alone.
alter table row_change add column commune_id uuid;
update row_change r set commune_id = a.commune_id
from audit_line a
where a.change = r.change and a.commune_id is not null;

-- How a trigger finds the commune of a row: `row` stands for it.
create function commune_of(register text) returns text language sql immutable as $$
  select case register
    when 'economic_model_year' then
      '(select m.commune_id from economic_model m where m.id = row.model_id)'
    when 'mass_organization_year' then
      '(select m.commune_id from mass_organization m where m.id = row.mass_organization_id)'
    when 'indicator_year' then
      '(select i.commune_id from indicator i where i.id = row.indicator_id)'
    else 'row.commune_id' end
$$;

create or replace function keep_new_rows() returns trigger language plpgsql security definer
set search_path = public as $$
declare
  keys text;
begin
  select string_agg(format('%L, added.%I', k, k), ', ') into keys from unnest(tg_argv[1:]) k;
  execute format(
    'insert into row_change (change, register, key, subject, commune_id)
     select $1, %L, jsonb_build_object(%s), added.%I, %s from added',
    tg_table_name, keys, tg_argv[0], replace(commune_of(tg_table_name), 'row.', 'added.'))
    using change_id();
  return null;
end $$;

create or replace function keep_row() returns trigger language plpgsql security definer
set search_path = public as $$
declare
  change uuid := change_id();
  was jsonb := to_jsonb(old);
  is_now jsonb;
  former jsonb;
  now_key jsonb;
  commune uuid := (was ->> 'commune_id')::uuid;
begin
  if tg_op = 'UPDATE' then
    is_now := to_jsonb(new);
    if was = is_now then
      return null;
    end if;
  end if;
  if commune is null then
    execute 'select ' || replace(commune_of(tg_table_name), 'row.', '($1).') into commune using old;
  end if;
  select jsonb_object_agg(k, was -> k), jsonb_object_agg(k, coalesce(is_now, was) -> k)
    into former, now_key from unnest(tg_argv[1:]) k;
  insert into row_change (change, register, key, former_key, subject, before, after, commune_id)
  values (change, tg_table_name, now_key, former,
    (coalesce(is_now, was) ->> tg_argv[0])::uuid, was, is_now, commune);
  return null;
end $$;

-- Counts the changes of all.
alter function register_version() security definer;
alter function register_version() set search_path = public;

alter table row_change enable row level security;
create policy of_seen_communes on row_change for select
  using (commune_id = any ((select seen_communes())::uuid[]));

-- Files on their way in, each of its own account.
alter table import_upload enable row level security;
create policy of_its_account on import_upload
  using (account = (select current_setting('nenmong.account', true)));
create function remove_uploads(untouched_since timestamptz) returns void language sql
security definer set search_path = public as $$
  delete from import_upload where touched_at < untouched_since
$$;

-- Behind the fence the planner may use an index for a condition only where its functions can't tell
-- of values they are given; comparing days can't, taking a day out of a text could.
alter table membership
  add column admitted_from date generated always as (first_day(admitted)) stored,
  add column recognised_from date generated always as (first_day(recognised)) stored;
drop index membership_commune_id_first_day_idx, membership_commune_id_first_day_idx1;
create index on membership (commune_id, admitted_from);
create index on membership (commune_id, recognised_from);
drop index member_state_by_cell;
create index member_state_by_cell on member_state (cell_id)
  include (period, standing, person_id, commune_id);
