-- Word templates that an office has put in place of the program's own. None in use: the default.
create table paper_template (
  commune_id uuid not null references organization (id),
  kind text not null check (kind in ('annual_report')),
  version int not null check (version > 0),
  file_name text not null,
  file bytea not null,
  put_at timestamptz not null,
  put_by text not null,
  in_use boolean not null,
  primary key (commune_id, kind, version)
);
create unique index one_template_in_use on paper_template (commune_id, kind) where in_use;
