-- An event of several communes is told to each of them.
alter table reorganization add column communes uuid[];
update reorganization r
set communes = array(
  select r.commune_id
  union
  select c from communes_changed(r.change) c where c is not null);
alter table reorganization alter column communes set not null;
comment on column reorganization.communes is 'those in whose records it wrote, and those it went to';
-- An older archive does not tell them.
create function communes_of_event() returns trigger language plpgsql as $$
begin
  new.communes := array[new.commune_id];
  return new;
end $$;
create trigger communes_of_event before insert on reorganization
  for each row when (new.communes is null) execute function communes_of_event();
create policy of_its_communes on reorganization for select
  using (communes && (select seen_communes())::uuid[]);
