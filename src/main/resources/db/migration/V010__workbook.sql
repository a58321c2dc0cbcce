create table import_run (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  year int not null,
  file_name text not null,
  sha256 text not null,
  at timestamptz not null,
  account text not null,
  summary jsonb not null
);
create index on import_run (commune_id, at);
