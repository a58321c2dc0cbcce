-- Our list beside that of the national database or of the level above, as of a day. Of theirs only
-- what is compared is kept, and no longer than the reconciliation.

create table reconciliation (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  day date not null,
  source text not null check (source in ('national', 'above')),
  file_name text,
  people int check (people >= 0),
  skipped int not null default 0 check (skipped >= 0),
  items text[] not null default '{}',
  account text not null,
  at timestamptz not null,
  check ((file_name is null) = (people is null))
);
comment on column reconciliation.day is 'as of which both lists are';
comment on column reconciliation.file_name is 'null where they gave numbers alone';
comment on column reconciliation.skipped is 'lines of the file without a name and a card';
comment on column reconciliation.items is 'what their list tells at all: name, born, …';
create index on reconciliation (commune_id, day);

create table reconciliation_row (
  id uuid primary key default uuidv7(),
  reconciliation_id uuid not null references reconciliation (id) on delete cascade,
  commune_id uuid not null references organization (id),
  line int not null,
  name text not null,
  sex text,
  born text,
  ethnicity text,
  card_number text,
  cell text,
  admitted text,
  recognised text,
  activity text,
  person_id uuid references person (id) deferrable
);
comment on table reconciliation_row is 'as their list has it; a date that can be read as ISO, as far as it is known';
comment on column reconciliation_row.line is 'in their file';
comment on column reconciliation_row.person_id is 'whom someone said it is, where the list does not tell for sure';
create index on reconciliation_row (reconciliation_id);
create index on reconciliation_row (person_id) where person_id is not null;

create table reconciliation_settlement (
  id uuid primary key default uuidv7(),
  reconciliation_id uuid not null references reconciliation (id) on delete cascade,
  commune_id uuid not null references organization (id),
  item text not null,
  person_id uuid references person (id) deferrable,
  row_id uuid references reconciliation_row (id) on delete cascade,
  ours text,
  theirs text,
  verdict text not null check (verdict in ('ours', 'theirs', 'neither')),
  note text not null check (note <> ''),
  account text not null,
  at timestamptz not null,
  carried_from date,
  unique nulls not distinct (reconciliation_id, item, person_id, row_id),
  check (num_nonnulls(person_id, row_id) > 0),
  check (person_id is not null or num_nonnulls(ours, theirs) = 0)
);
comment on column reconciliation_settlement.item is 'what differs, or that someone is on one list alone';
comment on column reconciliation_settlement.ours is 'the value that was judged: another one is open again';
comment on column reconciliation_settlement.verdict is
  'ours: to be corrected there; theirs: to be corrected here; neither: no difference in truth';
comment on column reconciliation_settlement.carried_from is
  'day of the former reconciliation in which the same difference was settled';
create index on reconciliation_settlement (person_id) where person_id is not null;
create index on reconciliation_settlement (row_id) where row_id is not null;

create table reconciliation_count (
  reconciliation_id uuid not null references reconciliation (id) on delete cascade,
  commune_id uuid not null references organization (id),
  unit_id uuid not null references organization (id),
  cells int check (cells >= 0),
  members int check (members >= 0),
  primary key (reconciliation_id, unit_id),
  check (num_nonnulls(cells, members) > 0)
);
comment on table reconciliation_count is 'how many the level above says there are, whole or by cell';

do $$
declare
  t text;
begin
  foreach t in array array['reconciliation', 'reconciliation_row', 'reconciliation_settlement',
    'reconciliation_count']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy of_seen_communes on %I
       using (commune_id = any ((select seen_communes())::uuid[]))', t);
  end loop;
end $$;

-- Settlements are taken back like any deed. Their rows leave no copy in the trail.
create trigger keep_new_rows after insert on reconciliation_settlement
  referencing new table as added for each statement execute function keep_new_rows('person_id', 'id');
create trigger keep_row after update or delete on reconciliation_settlement
  for each row execute function keep_row('person_id', 'id');
