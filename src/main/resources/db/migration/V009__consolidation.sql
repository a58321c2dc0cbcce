-- Committee members in charge of cells.
create table charge (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  person_id uuid not null references person (id),
  cell_id uuid not null references organization (id),
  since partial_date,
  document_number text,
  period daterange not null check (not isempty(period)),
  exclude using gist (person_id with =, cell_id with =, period with &&),
  foreign key (cell_id, period period) references organization (id, period life) deferrable
);
create index on charge (commune_id);
create index on charge (cell_id);
