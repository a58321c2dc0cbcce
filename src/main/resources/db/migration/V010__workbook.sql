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

-- A file between the steps of its import: bound to the account that brought it, gone when done.
create table import_upload (
  id uuid primary key default uuidv7(),
  account text not null,
  file_name text not null,
  sha256 text not null,
  at timestamptz not null,
  content bytea,
  state text not null check (state in ('reading', 'read', 'writing', 'done', 'failed')),
  percent int not null default 0,
  touched_at timestamptz not null,
  result jsonb,
  refusal text
);
comment on column import_upload.touched_at is 'sign of life of who works on it';
create index on import_upload (account, at);
