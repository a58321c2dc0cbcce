-- What an account has looked at last, for its own way back.
create table account_visit (
  account text not null references account (username) on delete cascade,
  thing uuid not null,
  at timestamptz not null,
  primary key (account, thing)
);
