create table meeting (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  cell_id uuid not null references organization (id),
  month date not null check (extract(day from month) = 1),
  held_on date not null,
  kind text not null check (kind in ('regular', 'thematic')),
  due int check (due >= 0),
  present int check (present >= 0 and present <= due),
  absence_reason text,
  unique (cell_id, kind, held_on)
);
create index on meeting (commune_id, month);
create index on meeting (cell_id, month);

create table study_session (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  organization_id uuid not null references organization (id),
  document text not null,
  held_on date not null,
  due int not null check (due >= 0),
  present int not null check (present >= 0 and present <= due),
  unique (organization_id, document, held_on)
);
create index on study_session (commune_id, held_on);

-- Models of members who develop the economy.
create table economic_model (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  person_id uuid not null references person (id),
  village_id uuid references village (id),
  name text not null,
  kind text,
  since_year int,
  unique (person_id, name)
);
create index on economic_model (commune_id);

create table economic_model_year (
  model_id uuid not null references economic_model (id),
  year int not null,
  stage text check (stage in ('pilot', 'replicated')),
  income_million_vnd numeric(12, 2) check (income_million_vnd >= 0),
  primary key (model_id, year)
);
