-- By which another program asks at /api for what its maker may see of one part of the tree.
create table api_token (
  id uuid primary key,
  name text not null check (name <> ''),
  secret_digest text not null unique,
  account_id uuid not null references account (id),
  path ltree not null,
  parts text[] not null check (
    cardinality(parts) > 0
    and parts <@ array['members', 'candidates', 'due', 'movements', 'rules']),
  made_at timestamptz not null,
  last_day date not null,
  revoked_at timestamptz,
  revoked_by text,
  last_used timestamptz,
  last_origin text,
  check ((revoked_at is null) = (revoked_by is null))
);
create index on api_token using gist (path);
comment on column api_token.secret_digest is 'of 256 random bits, told once';
comment on column api_token.account_id is 'whose grants it acts with, no further than the path';
