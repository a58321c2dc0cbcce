-- A year that a commune has closed, with its figures and indicators as they were told then. Nothing
-- is locked by it: what is corrected later shows as a difference.
create table year_closing (
  commune_id uuid not null references organization (id),
  year int not null check (year between 1900 and 2200),
  at timestamptz not null,
  account text not null,
  note text,
  figures jsonb not null,
  primary key (commune_id, year)
);
comment on column year_closing.figures is 'by code of the figure; by indicator/CODE/plan, … of an indicator; as text';
create trigger keep_new_rows after insert on year_closing referencing new table as added
  for each statement execute function keep_new_rows('commune_id', 'commune_id', 'year');
create trigger keep_row after update or delete on year_closing
  for each row execute function keep_row('commune_id', 'commune_id', 'year');
