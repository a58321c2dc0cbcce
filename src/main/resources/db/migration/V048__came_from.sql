alter table membership
  add column came_from text check (came_from <> ''),
  add check (came_from is null or begun_by is not null);
comment on column membership.came_from is
  'organization that someone was transferred from, and the number of its letter';
