-- Phones that were let in once and are no more: lost, replaced, or their account's work is over. What
-- such a phone keeps is wiped when it asks. Written and read by functions alone, before it is known
-- who is at the door.
create table ended_device (
  token_digest text primary key,
  ended_at timestamptz not null
);

create function remember_ended_device() returns trigger language plpgsql security definer
set search_path = public as $$
begin
  insert into ended_device values (old.token_digest, now()) on conflict do nothing;
  return null;
end $$;
create trigger remember_ended after delete on device
  for each row execute function remember_ended_device();
create trigger remember_replaced after update of token_digest on device
  for each row when (old.token_digest <> new.token_digest)
  execute function remember_ended_device();

create function is_ended_device(of_digest text) returns boolean language sql stable
security definer set search_path = public as $$
  select exists (select from ended_device where token_digest = of_digest)
$$;
