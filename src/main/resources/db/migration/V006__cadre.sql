create table office_held (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  person_id uuid not null references person (id),
  organization_id uuid not null references organization (id),
  title text not null,
  role text not null check (role in ('secretary', 'standing_deputy_secretary', 'deputy_secretary',
    'standing_board_member', 'committee_member', 'other')),
  since partial_date,
  until partial_date,
  period daterange not null check (not isempty(period)),
  exclude using gist (person_id with =, organization_id with =, title with =, period with &&),
  foreign key (organization_id, period period) references organization (id, period life) deferrable
);
comment on column office_held.period is 'since..until within the life of the organization; since keeps what was given';
create index on office_held (commune_id);
create index on office_held (organization_id);
create index on office_held (person_id);

create table course (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  name text not null,
  kind text not null,
  from_day date not null,
  to_day date check (to_day >= from_day),
  unique (commune_id, name, from_day)
);

create table course_attendance (
  course_id uuid not null references course (id),
  person_id uuid not null references person (id),
  commune_id uuid not null references organization (id),
  position text,
  primary key (course_id, person_id)
);
create index on course_attendance (person_id);

create table village_post (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  village_id uuid not null references village (id),
  person_id uuid not null references person (id),
  title text not null,
  role text not null check (role in ('village_head', 'reputable_person', 'front_head', 'other')),
  since partial_date,
  period daterange not null check (not isempty(period)),
  exclude using gist (person_id with =, village_id with =, title with =, period with &&),
  foreign key (village_id, period period) references village (id, period life) deferrable
);
create index on village_post (commune_id);
create index on village_post (person_id);

create table planning_entry (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  person_id uuid not null references person (id),
  post text not null,
  from_year int not null,
  to_year int not null check (to_year > from_year),
  entered_year int,
  training_need text,
  unique (person_id, post, from_year)
);
create index on planning_entry (commune_id);

create table mass_organization (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  name text not null,
  unique (commune_id, name)
);

create table mass_organization_year (
  mass_organization_id uuid not null references mass_organization (id),
  year int not null,
  head_id uuid references person (id),
  branches int check (branches >= 0),
  members int check (members >= 0),
  primary key (mass_organization_id, year)
);
