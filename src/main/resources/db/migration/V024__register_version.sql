-- A number that tells whether a register has changed, so that what was worked out from the
-- registers can be remembered. Changes are numbered before they are seen, and a later one may be
-- seen first: so everyone who changes a register holds a lock till the change is seen, and the
-- number is told only when nobody holds it.

create or replace function change_id() returns uuid language plpgsql volatile as $$
declare
  known text := current_setting('nenmong.change', true);
begin
  if known is null or known = '' then
    perform pg_advisory_xact_lock_shared(hashtext('register_version'));
    known := uuidv7()::text;
    perform set_config('nenmong.change', known, true);
  end if;
  return known::uuid;
end $$;

create or replace function keep_row() returns trigger language plpgsql as $$
declare
  change uuid := change_id();
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
  values (change, tg_table_name, now_key, former,
    (coalesce(is_now, was) ->> tg_argv[0])::uuid, was, is_now);
  return null;
end $$;

-- Null while a register is being changed.
create function register_version() returns bigint language plpgsql volatile as $$
begin
  if not pg_try_advisory_xact_lock(hashtext('register_version')) then
    return null;
  end if;
  return (select coalesce(max(id), 0) from row_change);
end $$;
