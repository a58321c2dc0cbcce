-- What the trail keeps of a person's values is sealed with a key of that person: where the key is
-- erased, the values can't be read any more, and the chain of the trail still holds.
create extension if not exists pgcrypto;

create table person_key (
  person_id uuid primary key,
  key bytea not null,
  also_of uuid
);
comment on column person_key.also_of is 'the person that this one turned out to be';

alter table row_change add column person_id uuid;
comment on column row_change.person_id is 'whose key seals the values: those are then texts, not objects';
create index on row_change (person_id) where person_id is not null;

create function sealed(value jsonb, of_person uuid) returns jsonb language plpgsql security definer
set search_path = public as $$
declare
  k bytea;
  iv bytea := gen_random_bytes(16);
begin
  if value is null or of_person is null then
    return value;
  end if;
  insert into person_key (person_id, key) values (of_person, gen_random_bytes(32))
    on conflict (person_id) do nothing;
  select key into k from person_key where person_id = of_person;
  return to_jsonb(translate(encode(
    iv || encrypt_iv(convert_to(value::text, 'UTF8'), k, iv, 'aes-cbc/pad:pkcs'), 'base64'), E'\n', ''));
end $$;

-- Of an erased person: that there was something.
create function opened(value jsonb, of_person uuid) returns jsonb language plpgsql stable
security definer set search_path = public as $$
declare
  k bytea;
  bytes bytea;
begin
  if value is null or jsonb_typeof(value) <> 'string' then
    return value;
  end if;
  select key into k from person_key where person_id = of_person;
  if k is null then
    return '{"erased": true}';
  end if;
  bytes := decode(value #>> '{}', 'base64');
  return convert_from(
    decrypt_iv(substr(bytes, 17), k, substr(bytes, 1, 16), 'aes-cbc/pad:pkcs'), 'UTF8')::jsonb;
end $$;

-- Whose values a row has.
create function person_of(register text, was jsonb) returns uuid language plpgsql stable
security definer set search_path = public as $$
begin
  return case
    when register = 'person' then (was ->> 'id')::uuid
    when register = 'doubt_excuse' then (was ->> 'subject')::uuid
    when was ? 'person_id' then (was ->> 'person_id')::uuid
    when was ? 'membership_id' then
      (select m.person_id from membership m where m.id = (was ->> 'membership_id')::uuid)
    when register = 'economic_model_year' then
      (select m.person_id from economic_model m where m.id = (was ->> 'model_id')::uuid)
    end;
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
  person uuid;
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
  person := person_of(tg_table_name, was);
  select jsonb_object_agg(k, was -> k), jsonb_object_agg(k, coalesce(is_now, was) -> k)
    into former, now_key from unnest(tg_argv[1:]) k;
  insert into row_change
    (change, register, key, former_key, subject, before, after, commune_id, person_id)
  values (change, tg_table_name, now_key, former, (coalesce(is_now, was) ->> tg_argv[0])::uuid,
    sealed(was, person), sealed(is_now, person), commune, person);
  return null;
end $$;

create or replace function take_back(target uuid) returns void language plpgsql as $$
declare
  c row_change;
  columns text;
  keys text;
  done bigint;
begin
  set constraints all deferred;
  for c in select * from row_change where change = target order by id desc loop
    c.before := opened(c.before, c.person_id);
    if c.before ? 'erased' then
      raise exception 'values of % were erased by law', c.register using errcode = '40001';
    end if;
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

-- The values of a new record, where they are a person's.
create function seal_values() returns trigger language plpgsql security definer
set search_path = public as $$
declare
  person uuid := coalesce(
    (select p.id from person p where p.id = new.subject_id),
    (select m.person_id from membership m where m.id = new.subject_id),
    (select coalesce(p.id, m.person_id) from row_change c
     left join person p on p.id = c.subject
     left join membership m on m.id = c.subject
     where c.change = new.change and (p.id is not null or m.id is not null) limit 1));
begin
  if person is not null then
    new.detail := new.detail
      || jsonb_build_object('values', sealed(new.detail -> 'values', person), 'person', person);
  end if;
  return new;
end $$;
create trigger seal_values before insert on audit_line
  for each row when (new.detail ? 'values') execute function seal_values();

-- The key of a record that turned out to be another's goes with it.
create function key_follows(gone uuid, keep uuid) returns void language sql security definer
set search_path = public as $$
  update person_key set also_of = keep where person_id = gone or also_of = gone
$$;

-- Erases the keys of a person of a seen commune; gives how many there were.
create function erase_keys(of_person uuid) returns int language plpgsql security definer
set search_path = public as $$
declare
  erased int;
begin
  if not exists (
    select from person where id = of_person and commune_id = any (seen_communes())) then
    return 0;
  end if;
  delete from person_key where person_id = of_person or also_of = of_person;
  get diagnostics erased = row_count;
  return erased;
end $$;

-- In which role someone did it: on whose behalf.
alter table audit_line add column acting text;
comment on column audit_line.acting is 'roles by which the account took the route';
-- Numbers of rows are of their database: another one that takes a commune in gives its own.
create or replace function line_digest(before bytea, number bigint, line audit_line, changes bytea)
returns bytea language sql immutable as $$
  select sha256(before || convert_to(jsonb_build_array(
    number, extract(epoch from line.at), line.account, line.commune_id, line.action,
    line.subject, line.subject_id, line.detail, line.change, line.origin, line.acting,
    encode(changes, 'hex'))::text, 'UTF8'))
$$;
create or replace function changes_digest(of_change uuid) returns bytea language sql stable as $$
  select coalesce(
    sha256(string_agg(sha256(convert_to(jsonb_build_array(
      c.register, c.key, c.former_key, c.before, c.after)::text, 'UTF8')), ''::bytea order by c.id)),
    ''::bytea)
  from row_change c where c.change = of_change
$$;

-- What was kept so far is sealed too, and the chains are made anew over it.
update row_change set
  person_id = person_of(register, before),
  before = sealed(before, person_of(register, before)),
  after = sealed(after, person_of(register, before))
where before is not null and person_of(register, before) is not null;
update audit_line set detail = detail - 'title' - 'name' - 'changes' - 'values'
where detail ?| array['title', 'name', 'changes', 'values'];
delete from audit_seal;
update audit_sealed set below = '0';

-- How long is kept what nobody needs any more; how soon the law wants a person's request answered.
insert into rule_value values
  ('retention.candidate.months', '(,)', '12', '–', 'Nền Móng', null, null, 'UNVERIFIED'),
  ('data_request.answer', '[2023-07-01,2026-01-01)', '72 hours', '13/2023/NĐ-CP', 'Chính phủ', null, null, 'B'),
  ('data_request.answer', '[2026-01-01,)', '2 working days', '91/2025/QH15', 'Quốc hội', '2025-06-26', null, 'B');

-- Someone whose erasure was looked at and put off.
create table kept_person (
  person_id uuid primary key references person (id) deferrable,
  commune_id uuid not null references organization (id),
  reason text not null check (reason <> ''),
  until date not null
);
alter table kept_person enable row level security;
create policy of_seen_communes on kept_person
  using (commune_id = any ((select seen_communes())::uuid[]));

-- Someone's own record: a grant on a person, in the commune at whose path it stands.
alter table access_grant add column person_id uuid;
alter table access_grant drop constraint access_grant_role_check;
alter table access_grant
  add constraint access_grant_role_check check (role in (
    'clerk', 'secretary', 'committee_member', 'cell_secretary', 'inspection', 'board',
    'administrator', 'member')),
  add constraint member_is_someone check ((role = 'member') = (person_id is not null));
