-- Where villages lie, and what else a cell may cover beside them.

alter table village_period
  add column bearing numeric(4, 1) check (bearing >= 0 and bearing < 360),
  add column latitude numeric(8, 5) check (latitude between -90 and 90),
  add column longitude numeric(8, 5) check (longitude between -180 and 180),
  add check ((latitude is null) = (longitude is null));
comment on column village_period.bearing is
  'from the centre of the commune, in degrees clockwise from north';

-- Schools, the health station, offices and enterprises. A row is what is true of one for a while;
-- it has a cell as long as the cell is there.
create table agency (
  id uuid not null default uuidv7(),
  period daterange not null check (not isempty(period)),
  commune_id uuid not null references organization (id),
  name text not null check (name <> '' and name = normalize(name, NFC)),
  kind text not null check (
    kind in ('school', 'health_station', 'office', 'armed_forces', 'enterprise', 'other')),
  cell_id uuid references organization (id),
  primary key (id, period without overlaps)
);
create index on agency (commune_id);
create index on agency (cell_id) where cell_id is not null;

alter table agency enable row level security;
create policy of_seen_communes on agency
  using (commune_id = any ((select seen_communes())::uuid[]));
create trigger keep_new_rows after insert on agency referencing new table as added
  for each statement execute function keep_new_rows('id', 'id', 'period');
create trigger keep_row after update or delete on agency
  for each row execute function keep_row('id', 'id', 'period');
