-- What each transaction did to the registers, row by row: so that a deed or a whole import can be
-- taken back, and a page can show who changed what. The audit line of the same transaction says who.

-- One id for all that a transaction does. Not the transaction's own, which is not kept by a restore.
create function change_id() returns uuid language plpgsql volatile as $$
declare
  known text := current_setting('nenmong.change', true);
begin
  if known is null or known = '' then
    known := uuidv7()::text;
    perform set_config('nenmong.change', known, true);
  end if;
  return known::uuid;
end $$;

alter table audit_line add column change uuid;
alter table audit_line alter column change set default change_id();
create index on audit_line (change);

create table row_change (
  id bigint generated always as identity primary key,
  change uuid not null,
  register text not null,
  key jsonb not null,
  former_key jsonb,
  subject uuid,
  before jsonb,
  after jsonb
);
comment on table row_change is 'new rows have no former key; taken rows have no after';
comment on column row_change.subject is 'the person, organization or village whose row it is';
create index on row_change (change, id);
create index on row_change (subject, id) where subject is not null;
create index on row_change (register, former_key) where former_key is not null;

create table undone_change (
  change uuid primary key,
  by_change uuid not null default change_id()
);
create index on undone_change (by_change);

-- Arguments: the column of the subject, then those of the key.
create function keep_new_rows() returns trigger language plpgsql as $$
declare
  keys text;
begin
  select string_agg(format('%L, added.%I', k, k), ', ') into keys from unnest(tg_argv[1:]) k;
  execute format(
    'insert into row_change (change, register, key, subject)
     select $1, %L, jsonb_build_object(%s), added.%I from added', tg_table_name, keys, tg_argv[0])
    using change_id();
  return null;
end $$;

create function keep_row() returns trigger language plpgsql as $$
declare
  was jsonb := to_jsonb(old);
  is_now jsonb;
  former jsonb;
  now_key jsonb;
begin
  if tg_op = 'UPDATE' then
    is_now := to_jsonb(new);
    if was = is_now then
      return null;
    end if;
  end if;
  select jsonb_object_agg(k, was -> k), jsonb_object_agg(k, coalesce(is_now, was) -> k)
    into former, now_key from unnest(tg_argv[1:]) k;
  insert into row_change (change, register, key, former_key, subject, before, after)
  values (change_id(), tg_table_name, now_key, former,
    (coalesce(is_now, was) ->> tg_argv[0])::uuid, was, is_now);
  return null;
end $$;

do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('organization', 'id', 'id'),
      ('organization_period', 'organization_id', 'organization_id,period'),
      ('village', 'id', 'id'),
      ('village_period', 'village_id', 'village_id,period'),
      ('village_year', 'village_id', 'village_id,year'),
      ('register_year', 'commune_id', 'commune_id,register,year'),
      ('person', 'id', 'id'),
      ('membership', 'person_id', 'id'),
      ('member_state', 'person_id', 'person_id,period'),
      ('member_poverty', 'membership_id', 'membership_id,year'),
      ('candidate', 'person_id', 'id'),
      ('meeting', 'cell_id', 'id'),
      ('study_session', 'organization_id', 'id'),
      ('economic_model', 'person_id', 'id'),
      ('economic_model_year', 'model_id', 'model_id,year'),
      ('office_held', 'person_id', 'id'),
      ('course', 'id', 'id'),
      ('course_attendance', 'person_id', 'course_id,person_id'),
      ('village_post', 'person_id', 'id'),
      ('planning_entry', 'person_id', 'id'),
      ('mass_organization', 'id', 'id'),
      ('mass_organization_year', 'mass_organization_id', 'mass_organization_id,year'),
      ('resolution', 'organization_id', 'id'),
      ('indicator', 'id', 'id'),
      ('indicator_year', 'indicator_id', 'indicator_id,year'),
      ('organization_review', 'organization_id', 'organization_id,year'),
      ('member_review', 'membership_id', 'membership_id,year'),
      ('charge', 'cell_id', 'id')) as kept (register, subject, keys)
  loop
    execute format(
      'create trigger keep_new_rows after insert on %I referencing new table as added
       for each statement execute function keep_new_rows(%s)',
      t.register,
      (select string_agg(quote_literal(a), ', ') from unnest(array[t.subject] || string_to_array(t.keys, ',')) a));
    execute format(
      'create trigger keep_row after update or delete on %I
       for each row execute function keep_row(%s)',
      t.register,
      (select string_agg(quote_literal(a), ', ') from unnest(array[t.subject] || string_to_array(t.keys, ',')) a));
  end loop;
end $$;

-- Puts back what a change did, last row first. What stands in the way, such as a row that refers to
-- a new one, makes it fail.
create function take_back(target uuid) returns void language plpgsql as $$
declare
  c row_change;
  columns text;
  keys text;
  done bigint;
begin
  set constraints all deferred;
  for c in select * from row_change where change = target order by id desc loop
    select string_agg(format('%I', a.attname), ', ') into columns
      from pg_attribute a
      where a.attrelid = c.register::regclass and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '';
    select string_agg(format('t.%1$I = k.%1$I', name), ' and ') into keys
      from jsonb_object_keys(c.key) name;
    if c.former_key is null then
      execute format('delete from %1$I t using jsonb_populate_record(null::%1$I, $1) k where %2$s',
        c.register, keys) using c.key;
    elsif c.after is null then
      execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_record(null::%1$I, $1)',
        c.register, columns) using c.before;
    else
      execute format(
        'update %1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$I, $2))
         from jsonb_populate_record(null::%1$I, $1) k where %3$s',
        c.register, columns, keys) using c.key, c.before;
    end if;
    get diagnostics done = row_count;
    if done <> 1 then
      raise exception 'row of % is not as the change left it', c.register using errcode = '40001';
    end if;
  end loop;
  insert into undone_change (change) values (target);
end $$;

-- The history of imports outlasts what an import brought.
alter table import_run drop constraint import_run_commune_id_fkey;
alter table import_run add column change uuid;
alter table import_run alter column change set default change_id();
