-- What an account keeps beside its name and grants is shown to the account itself and to those who
-- see every commune that it works in: who administers one commune reads nothing of another's.

-- Whether all communes that a part of the tree contains or lies in are seen.
create function sees_part(part ltree) returns boolean language sql stable security definer
set search_path = public as $$
  select coalesce(current_setting('nenmong.account', true), '') <> ''
    and not exists (select communes_of(array[part]) except select unnest(seen_communes()))
$$;

create function is_seen_account(of_name text) returns boolean language sql stable security definer
set search_path = public as $$
  select of_name = current_setting('nenmong.account', true) or exists (
    select from account a
    join access_grant g on g.account_id = a.id
    where a.username = of_name and sees_part(g.path))
$$;

create function is_seen_account(of_id uuid) returns boolean language sql stable security definer
set search_path = public as $$
  select is_seen_account(username) from account where id = of_id
$$;

do $$
declare
  t text;
begin
  foreach t in array array['account_invitation', 'second_factor', 'recovery_code', 'device'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy of_seen_accounts on %I using (is_seen_account(account_id))', t);
  end loop;
end $$;
alter table account_visit enable row level security;
create policy of_seen_accounts on account_visit using (is_seen_account(account));
alter table saved_view enable row level security;
create policy of_seen_accounts on saved_view using (is_seen_account(account));
create policy shared_with_seen on saved_view for select
  using (shared and exists (
    select communes_of(array[part]) intersect select unnest(seen_communes())));

-- Asked before it is known who is at the door.
create function has_second_factor(of_account uuid) returns boolean language sql stable
security definer set search_path = public as $$
  select exists (
    select from second_factor where account_id = of_account and confirmed_at is not null)
$$;
create function known_device(of_id uuid, at timestamptz)
returns table (id uuid, username text, display_name text, token_digest text, pin_hash text)
language sql stable security definer set search_path = public as $$
  select d.id, a.username, a.display_name, d.token_digest, d.pin_hash
  from device d
  join account a on a.id = d.account_id
  where d.id = of_id and d.good_until > at
$$;

-- Nobody's last look at someone who is erased stays.
create function forget_visits(of_thing uuid) returns void language sql security definer
set search_path = public as $$
  delete from account_visit where thing = of_thing and exists (
    select from person where id = of_thing and commune_id = any (seen_communes()))
$$;

-- Failed sign-ins are counted by the name or the address that is asked for, and not read.
create function failures(of_name text, of_origin text, since timestamptz)
returns table (number int, last timestamptz)
language sql stable security definer set search_path = public as $$
  select count(*)::int, max(f.at) from sign_in_failure f
  where f.at > since and (f.name_digest = of_name or f.origin = of_origin)
$$;
create function keep_failure(of_name text, of_origin text, at timestamptz) returns void
language sql security definer set search_path = public as $$
  insert into sign_in_failure (name_digest, origin, at) values (of_name, of_origin, at)
$$;
create function forget_failures(of_name text, until timestamptz) returns void
language sql security definer set search_path = public as $$
  delete from sign_in_failure where name_digest = of_name or at <= until
$$;
