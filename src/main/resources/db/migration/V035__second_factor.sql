-- A second proof beside the password: the code of the moment from an app (RFC 6238), or once each a
-- code from paper.
create table second_factor (
  account_id uuid primary key references account (id),
  secret text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);
comment on column second_factor.secret is 'in Base32';
comment on column second_factor.confirmed_at is 'when its first code was typed; null while it is being set up';
comment on column second_factor.last_step is 'time step of the last code: none is good twice';

create table recovery_code (
  account_id uuid not null references account (id),
  digest text not null,
  primary key (account_id, digest)
);

-- A phone on which someone signs in by a PIN, after it was let in by a code handed over in person.
create table device (
  id uuid primary key,
  account_id uuid not null references account (id),
  token_digest text not null,
  pin_hash text not null,
  name text not null,
  since timestamptz not null,
  last_used timestamptz not null,
  good_until timestamptz not null
);
create unique index one_device_an_account on device (account_id);
comment on column device.pin_hash is 'as passwords are kept';
comment on column device.name is 'what the phone says of itself';

alter table account_invitation add column for_device boolean not null default false;
