-- A phone in whose place another was let in is not lost: what it has not sent yet it may send, and
-- keeps nothing after that. When the account's phone is ended, those before it are too.
alter table ended_device
  add column account_id uuid references account (id) on delete cascade,
  add column replaced boolean not null default false;

create or replace function remember_ended_device() returns trigger language plpgsql security definer
set search_path = public as $$
begin
  insert into ended_device (token_digest, ended_at, account_id, replaced)
  values (old.token_digest, now(), old.account_id, tg_op = 'UPDATE')
  on conflict do nothing;
  if tg_op = 'DELETE' then
    update ended_device set replaced = false where account_id = old.account_id;
  end if;
  return null;
end $$;

drop function is_ended_device(text);

-- 'ended', 'replaced', or null for a phone that is neither.
create function end_of_device(of_digest text) returns text language sql stable
security definer set search_path = public as $$
  select case when replaced then 'replaced' else 'ended' end
  from ended_device where token_digest = of_digest
$$;
