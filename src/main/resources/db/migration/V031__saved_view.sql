-- A list as someone looks at it, under a name: its columns, filters and order, for whatever day.
create table saved_view (
  id uuid primary key default uuidv7(),
  account text not null references account (username) on delete cascade,
  part ltree not null,
  name text not null check (name <> ''),
  path text not null,
  query text not null,
  shared boolean not null,
  at timestamptz not null,
  unique (account, path, name)
);
comment on column saved_view.part is 'of the tree, with which it is shared: those above and below see it';
