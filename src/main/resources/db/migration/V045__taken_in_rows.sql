-- Rows that a taken-in archive brought have numbers side by side: the others of that commune were
-- written here, and stay when it is taken in anew.
alter table taken_in
  add column first_change bigint not null default 0,
  add column first_line bigint not null default 0,
  add column last_line bigint not null default 9223372036854775807,
  add column digest text;
alter table taken_in
  alter column first_change drop default,
  alter column first_line drop default,
  alter column last_line drop default;
comment on column taken_in.first_change is 'first of the changes it brought: earlier ones were made here';
comment on column taken_in.first_line is 'first of the lines of the trail it brought';
comment on column taken_in.digest is 'of the rows of tables that keep no changes, as it brought them';
