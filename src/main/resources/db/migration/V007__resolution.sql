create table resolution (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  organization_id uuid not null references organization (id),
  number text not null,
  kind text not null,
  subject text not null,
  issued_on date not null,
  thematic boolean not null,
  unique (organization_id, number, issued_on)
);
create index on resolution (commune_id, issued_on);

create table indicator (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  code text not null,
  name text not null,
  unit text not null,
  kind text check (kind in ('cattle', 'rice_area', 'rice_two_crop_area', 'budget_revenue')),
  direction text not null check (direction in ('up', 'down')),
  unique (commune_id, code)
);
comment on column indicator.kind is 'what figures take it for; one indicator of a kind in a commune';
create unique index on indicator (commune_id, kind) where kind is not null;

create table indicator_year (
  indicator_id uuid not null references indicator (id),
  year int not null,
  previous numeric(18, 4),
  plan numeric(18, 4),
  actual numeric(18, 4),
  resolution_number text,
  primary key (indicator_id, year)
);
comment on column indicator_year.previous is 'the year before, as told with this year''s result';
