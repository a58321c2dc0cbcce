-- Communes that work elsewhere and are taken in from their archives, each time in place of what was
-- taken in before.
create table taken_in (
  commune_id uuid primary key,
  at timestamptz not null,
  moment timestamptz not null,
  last_change bigint not null
);
comment on column taken_in.moment is 'as of which the archive was';
comment on column taken_in.last_change is 'last of the changes it brought: later ones were made here';
alter table taken_in enable row level security;
create policy of_seen_communes on taken_in
  using (commune_id = any ((select seen_communes())::uuid[]));
