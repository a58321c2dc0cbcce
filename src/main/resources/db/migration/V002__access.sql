create table account (
  id uuid primary key default uuidv7(),
  username text not null check (username = lower(username)),
  display_name text not null,
  password_hash text not null,
  demo boolean not null default false,
  created_at timestamptz not null,
  unique (username)
);

-- A role on a part of the tree for a period. The part is the path of an organization.
create table access_grant (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account (id),
  role text not null check (role in ('clerk', 'secretary', 'cell_secretary', 'viewer')),
  path ltree not null,
  valid daterange not null
);
create index on access_grant (account_id);

create table audit_line (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account text not null,
  commune_id uuid,
  action text not null,
  subject text not null,
  subject_id uuid,
  detail jsonb
);
create index on audit_line (commune_id, id);
create index on audit_line (subject_id);
