create table person (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  name text not null check (name <> '' and name = normalize(name, NFC)),
  given_name text collate vi not null generated always as (regexp_replace(name, '^.* ', '')) stored,
  other_names text collate vi not null generated always as (regexp_replace(name, ' ?[^ ]+$', '')) stored,
  folded text not null generated always as (fold(name)) stored,
  sex text check (sex in ('male', 'female')),
  born partial_date,
  ethnicity text,
  unique (id, commune_id)
);
comment on column person.given_name is 'last word of the name; lists sort by it, then by the other names';
create index person_by_name on person (commune_id, given_name, other_names, id);
create index person_search on person using gin (folded gin_trgm_ops);

create table membership (
  id uuid primary key default uuidv7(),
  person_id uuid not null,
  commune_id uuid not null,
  card_number text,
  admitted partial_date not null,
  recognised partial_date,
  period daterange not null check (not isempty(period)),
  end_reason text,
  note text,
  constraint one_open_membership unique (person_id, period without overlaps),
  foreign key (person_id, commune_id) references person (id, commune_id),
  check (recognised is null or last_day(recognised) >= first_day(admitted))
);
create index on membership (commune_id, first_day(admitted));
create index on membership (commune_id, first_day(recognised));
create unique index membership_card on membership (commune_id, card_number)
  where card_number is not null and upper_inf(period);

-- What was true of a member for a while: cell, standing, home, schooling, work. A change ends one row and begins the next.
create table member_state (
  person_id uuid not null,
  period daterange not null,
  commune_id uuid not null,
  cell_id uuid not null,
  standing text not null check (standing in ('probationary', 'official')),
  exempt boolean not null,
  village_id uuid references village (id),
  education text,
  qualification text,
  theory text,
  occupation text,
  primary key (person_id, period without overlaps),
  foreign key (person_id, commune_id) references person (id, commune_id),
  foreign key (person_id, period period) references membership (person_id, period period),
  foreign key (cell_id, period period) references organization (id, period life) deferrable
);
create index on member_state (person_id, commune_id);
create index on member_state (cell_id);
create index on member_state (village_id);

-- Members whose household stood on the year's list of poor households.
create table member_poverty (
  membership_id uuid not null references membership (id),
  year int not null,
  commune_id uuid not null references organization (id),
  primary key (membership_id, year)
);

create table candidate (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id),
  commune_id uuid not null references organization (id),
  cell_id uuid not null references organization (id),
  village_id uuid references village (id),
  listed daterange not null check (not isempty(listed)),
  first_helper_id uuid references person (id),
  second_helper_id uuid references person (id),
  class_taken partial_date,
  dossier_completed partial_date,
  status text not null check (status in ('listed', 'class_taken', 'dossier_complete', 'admitted', 'withdrawn')),
  status_text text,
  constraint one_candidature exclude using gist (person_id with =, listed with &&),
  foreign key (cell_id, period listed) references organization (id, period life) deferrable
);
create index on candidate (commune_id);
