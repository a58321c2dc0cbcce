-- Decisions under which members of the committee are in charge of cells, what they found there on
-- their visits, and the working regulations of the committee and its cells.

create table charge_decision (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  number text not null check (number <> ''),
  body text not null check (body <> ''),
  day date not null,
  replaces text not null check (replaces in ('cells', 'all', 'nothing')),
  note text,
  unique (commune_id, number, day)
);
comment on column charge_decision.replaces is
  'whose charges end with it: those of the cells that it names, all, or nobody''s';

alter table charge
  add column decision_id uuid references charge_decision (id) deferrable,
  add column replaced_by uuid references charge_decision (id) deferrable;
comment on column charge.document_number is 'of the decision, where that is known';
create index on charge (decision_id) where decision_id is not null;
create index on charge (replaced_by) where replaced_by is not null;

create table cell_visit (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  cell_id uuid not null references organization (id),
  person_id uuid not null references person (id) deferrable,
  day date not null,
  found text,
  agreed text,
  next_day date check (next_day > day),
  account text not null,
  unique (cell_id, person_id, day)
);
comment on column cell_visit.person_id is 'of the committee, in charge of the cell on the day';
comment on column cell_visit.next_day is 'by which the next visit was agreed, where it was';
comment on column cell_visit.account is 'who entered it';
create index on cell_visit (commune_id, day);
create index on cell_visit (person_id);

-- How often a cell is to be visited, as the office set it.
create table visit_interval (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  months int not null check (months between 1 and 24),
  period daterange not null check (not isempty(period) and not lower_inf(period)),
  exclude using gist (commune_id with =, period with &&) deferrable
);

-- One version is in force at a time. It ends when the next one begins, and is nobody's where its
-- organization has ended.
create table working_regulation (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  organization_id uuid not null references organization (id),
  number text not null check (number <> ''),
  issued_on date not null,
  title text not null check (title <> ''),
  changed text,
  period daterange not null check (not isempty(period) and not lower_inf(period)),
  exclude using gist (organization_id with =, period with &&) deferrable
);
comment on column working_regulation.changed is 'what is new in it';
create index on working_regulation (commune_id);

do $$
declare
  t record;
begin
  for t in
    select * from (values
      ('charge_decision', 'commune_id'), ('cell_visit', 'cell_id'), ('visit_interval', 'commune_id'),
      ('working_regulation', 'organization_id')) as kept (register, subject)
  loop
    execute format('alter table %I enable row level security', t.register);
    execute format(
      'create policy of_seen_communes on %I
       using (commune_id = any ((select seen_communes())::uuid[]))', t.register);
    execute format(
      'create trigger keep_new_rows after insert on %I referencing new table as added
       for each statement execute function keep_new_rows(%L, ''id'')', t.register, t.subject);
    execute format(
      'create trigger keep_row after update or delete on %I
       for each row execute function keep_row(%L, ''id'')', t.register, t.subject);
  end loop;
end $$;
