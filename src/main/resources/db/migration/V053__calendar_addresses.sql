-- The secret address at which a phone asks what is due for someone: counts, no names.
create table calendar_address (
  account_id uuid primary key references account (id),
  id uuid not null unique,
  secret_digest text not null unique,
  made_at timestamptz not null,
  last_used timestamptz
);
comment on column calendar_address.secret_digest is 'of 256 random bits, told once';
