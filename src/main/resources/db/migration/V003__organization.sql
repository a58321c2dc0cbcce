create table organization (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id) deferrable initially deferred,
  code text not null,
  founded partial_date,
  founding_decision text,
  ended partial_date,
  note text,
  life daterange not null check (not isempty(life)),
  unique (id, life without overlaps),
  unique (commune_id, code)
);
comment on table organization is 'Party organizations; commune_id is the root of its commune, for the root itself its own id';
create unique index organization_root_code on organization (code) where id = commune_id;

-- Periods may wait for the end of a transaction, in which a life is changed.
create table organization_period (
  organization_id uuid not null references organization (id),
  period daterange not null,
  commune_id uuid not null references organization (id) deferrable initially deferred,
  name text not null,
  kind text not null check (kind in ('province', 'district', 'grassroots_committee', 'sub_committee', 'cell', 'grassroots_cell')),
  parent_id uuid references organization (id),
  path ltree not null,
  superior text,
  primary key (organization_id, period without overlaps),
  foreign key (organization_id, period period) references organization (id, period life) deferrable,
  foreign key (parent_id, period period) references organization (id, period life) deferrable
);
comment on column organization_period.path is 'ids without hyphens from the root to itself';
comment on column organization_period.superior is 'name of the body above a root, as its papers head it';
create index on organization_period using gist (path);
create index on organization_period (commune_id);

create table village (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  code text not null,
  life daterange not null check (not isempty(life)),
  unique (id, life without overlaps),
  unique (commune_id, code)
);

create table village_period (
  village_id uuid not null references village (id),
  period daterange not null,
  commune_id uuid not null references organization (id),
  name text not null,
  folded text not null generated always as (fold(name)) stored,
  cell_id uuid references organization (id),
  meeting_form text check (meeting_form in ('own', 'joint')),
  distance_km numeric(6, 2) check (distance_km >= 0),
  border boolean,
  primary key (village_id, period without overlaps),
  foreign key (village_id, period period) references village (id, period life) deferrable,
  foreign key (cell_id, period period) references organization (id, period life) deferrable
);
create index on village_period (commune_id);
create index on village_period (cell_id);

-- Counts and titles that a year gives.
create table village_year (
  village_id uuid not null references village (id),
  year int not null check (year between 1900 and 2200),
  commune_id uuid not null references organization (id),
  households int check (households >= 0),
  population int check (population >= 0),
  poor_households int check (poor_households >= 0),
  near_poor_households int check (near_poor_households >= 0),
  cultural boolean,
  primary key (village_id, year),
  check (poor_households + coalesce(near_poor_households, 0) <= households)
);
create index on village_year (commune_id, year);

-- Which register was handed in for which year: tells «none» from «not known».
create table register_year (
  commune_id uuid not null references organization (id),
  register text not null,
  year int not null,
  primary key (commune_id, register, year)
);
