create table organization_review (
  organization_id uuid not null references organization (id),
  year int not null,
  commune_id uuid not null references organization (id),
  grade text not null check (grade in ('clean_and_strong', 'excellent', 'good', 'completed', 'weak')),
  label text not null,
  primary key (organization_id, year)
);
comment on column organization_review.label is 'the grade as the paper words it';
create index on organization_review (commune_id, year);

create table member_review (
  membership_id uuid not null references membership (id),
  year int not null,
  commune_id uuid not null references organization (id),
  cell_id uuid not null references organization (id),
  grade text not null check (grade in ('excellent', 'good', 'completed', 'failed')),
  label text not null,
  primary key (membership_id, year)
);
create index on member_review (commune_id, year);
