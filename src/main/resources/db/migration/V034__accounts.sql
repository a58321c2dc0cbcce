-- Roles as the committee has them. Who only looked is the inspection from now on.
alter table access_grant drop constraint access_grant_role_check;
update access_grant set role = 'inspection' where role = 'viewer';
alter table access_grant
  add constraint access_grant_role_check check (role in (
    'clerk', 'secretary', 'committee_member', 'cell_secretary', 'inspection', 'board',
    'administrator'));

-- A code handed over in person, by which someone chooses the password of their account, once.
create table account_invitation (
  account_id uuid primary key references account (id),
  code_hash text not null,
  expires_at timestamptz not null,
  by text not null
);
comment on column account_invitation.code_hash is 'as passwords are kept';

-- Sign-ins that failed, to slow the next down. Names are kept as digests: one may be a password.
create table sign_in_failure (
  id bigint generated always as identity primary key,
  name_digest text not null,
  origin text not null,
  at timestamptz not null
);
create index on sign_in_failure (name_digest, at);
create index on sign_in_failure (origin, at);
create index on sign_in_failure (at);

alter table account add column last_sign_in timestamptz;
