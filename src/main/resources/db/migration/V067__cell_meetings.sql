-- Meetings of cells as they are kept: a set of fields, each set by a change that has an id of its own,
-- made where it was told. What was held is written into the registers from them.

create table cell_meeting (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  cell_id uuid not null references organization (id),
  month date not null check (extract(day from month) = 1),
  kind text not null check (kind in ('regular', 'thematic')),
  state text not null default 'planned'
    check (state in ('planned', 'prepared', 'held', 'minuted', 'approved', 'missed')),
  version int not null default 0 check (version >= 0),
  on_behalf text,
  unique (cell_id, month, kind)
);
comment on column cell_meeting.version is 'how many changes were made to it';
comment on column cell_meeting.on_behalf is 'account of the office that entered it for the cell, where one did';
create index on cell_meeting (commune_id, month);

create table meeting_field (
  meeting_id uuid not null references cell_meeting (id) on delete cascade,
  commune_id uuid not null references organization (id),
  name text not null,
  value jsonb,
  version int not null check (version > 0),
  phone uuid,
  account text not null,
  primary key (meeting_id, name)
);
comment on column meeting_field.value is 'null where there is nothing any more';
comment on column meeting_field.version is 'of the meeting when the field was set';
comment on column meeting_field.phone is 'on which it was set; null at the office';
create index on meeting_field (commune_id);

create table meeting_change (
  id uuid primary key,
  commune_id uuid not null references organization (id),
  meeting_id uuid not null references cell_meeting (id) on delete cascade,
  field text not null,
  value jsonb,
  base int not null,
  phone uuid,
  account text not null,
  told_at timestamptz not null,
  received_at timestamptz not null,
  outcome text not null check (outcome in ('applied', 'same', 'beside', 'proposed')),
  settled text check (settled in ('taken', 'left')),
  settled_by text,
  settled_at timestamptz,
  check (num_nonnulls(settled, settled_by, settled_at) in (0, 3))
);
comment on column meeting_change.base is 'version of the field that was seen when it was changed';
comment on column meeting_change.told_at is 'by the clock where it was told, which may be wrong';
comment on column meeting_change.outcome is
  'beside: another had set the field meanwhile, both are kept; proposed: the minutes were approved';
create index on meeting_change (meeting_id, received_at);
create index on meeting_change (commune_id);

create table meeting_attendance (
  meeting_id uuid not null references cell_meeting (id) on delete cascade,
  commune_id uuid not null references organization (id),
  person_id uuid not null references person (id) deferrable,
  standing text not null check (standing in ('probationary', 'official')),
  exempt boolean not null,
  guest boolean not null,
  present boolean not null,
  reason text check (reason in ('away', 'ill', 'family', 'other', 'none')),
  on_leave boolean not null default false,
  note text,
  primary key (meeting_id, person_id),
  check (not present or reason is null)
);
comment on column meeting_attendance.reason is 'of the absence; none: without a reason';
create index on meeting_attendance (person_id);
create index on meeting_attendance (commune_id);

create table cell_task (
  id uuid primary key,
  commune_id uuid not null references organization (id),
  cell_id uuid not null references organization (id),
  meeting_id uuid not null references cell_meeting (id) on delete cascade,
  text text not null check (text <> ''),
  person_id uuid not null references person (id) deferrable,
  given_on date not null,
  due_on date,
  done_on date,
  done text
);
create index on cell_task (commune_id, due_on);
create index on cell_task (cell_id);
create index on cell_task (meeting_id);
create index on cell_task (person_id);

-- What members undertake in following Ho Chi Minh's example, and what came of it in the year.
create table example_pledge (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  person_id uuid not null references person (id) deferrable,
  year int not null check (year between 1930 and 2200),
  text text not null check (text <> ''),
  meeting_id uuid references cell_meeting (id) on delete set null,
  result text check (result in ('well', 'done', 'partly', 'not')),
  note text,
  unique (person_id, year)
);
create index on example_pledge (commune_id, year);
create index on example_pledge (meeting_id) where meeting_id is not null;

-- What the commune gives its cells for the meetings of a month.
create table meeting_frame (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  month date not null check (extract(day from month) = 1),
  kind text not null check (kind in ('regular', 'thematic')),
  title text not null check (title <> ''),
  text text,
  agenda text[] not null default '{}',
  documents text[] not null default '{}',
  account text not null,
  at timestamptz not null,
  unique (commune_id, month, kind)
);

-- By which cells judge their own meetings, where the commune has criteria.
create table meeting_criterion (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  position int not null check (position between 1 and 99),
  text text not null check (text <> ''),
  most int not null check (most between 1 and 100),
  period daterange not null check (not isempty(period) and not lower_inf(period)),
  exclude using gist (commune_id with =, position with =, period with &&) deferrable
);

create table meeting_score (
  meeting_id uuid not null references cell_meeting (id) on delete cascade,
  commune_id uuid not null references organization (id),
  criterion_id uuid not null references meeting_criterion (id),
  score int not null check (score >= 0),
  primary key (meeting_id, criterion_id)
);
create index on meeting_score (criterion_id);
create index on meeting_score (commune_id);

-- A photo of handwritten minutes, which may come in pieces.
create table meeting_photo (
  id uuid primary key,
  commune_id uuid not null references organization (id),
  meeting_id uuid not null references cell_meeting (id) on delete cascade,
  size int not null check (size between 1 and 200000),
  content bytea not null default '' check (length(content) <= size),
  account text not null,
  at timestamptz not null
);
create index on meeting_photo (meeting_id);
create index on meeting_photo (commune_id);

-- The registers know which rows come of a kept meeting, and which of theirs it took the place of.
alter table meeting
  add column kept_id uuid references cell_meeting (id) on delete cascade,
  add column replaced_by uuid references cell_meeting (id) on delete set null,
  add check (num_nonnulls(kept_id, replaced_by) < 2),
  drop constraint meeting_cell_id_kind_held_on_key;
create unique index on meeting (cell_id, kind, held_on) where kept_id is null;
create unique index on meeting (kept_id) where kept_id is not null;
create index on meeting (replaced_by) where replaced_by is not null;
alter table study_session add column kept_id uuid references cell_meeting (id) on delete cascade;
create index on study_session (kept_id) where kept_id is not null;
alter table resolution add column kept_id uuid references cell_meeting (id) on delete cascade;
create index on resolution (kept_id) where kept_id is not null;

-- A row that comes from a list after the meeting was kept stands behind it from the start.
create function stand_behind_kept() returns trigger language plpgsql set search_path = public as $$
begin
  if new.kept_id is null then
    select m.id into new.replaced_by
    from cell_meeting m
    where m.cell_id = new.cell_id and m.month = new.month and m.kind = new.kind
      and m.state in ('held', 'minuted', 'approved', 'missed');
  end if;
  return new;
end $$;
create trigger stand_behind_kept before insert or update of cell_id, month, kind on meeting
  for each row execute function stand_behind_kept();

-- What counts: not what a kept meeting took the place of.
create view counted_meeting with (security_invoker = true) as
  select id, commune_id, cell_id, month, held_on, kind, due, present, absence_reason, kept_id
  from meeting
  where replaced_by is null;

do $$
declare
  t text;
begin
  foreach t in array array['cell_meeting', 'meeting_field', 'meeting_change', 'meeting_attendance',
    'cell_task', 'example_pledge', 'meeting_frame', 'meeting_criterion', 'meeting_score', 'meeting_photo']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy of_seen_communes on %I
       using (commune_id = any ((select seen_communes())::uuid[]))', t);
  end loop;
  foreach t in array array['example_pledge', 'meeting_frame', 'meeting_criterion', 'cell_task'] loop
    execute format(
      'create trigger keep_new_rows after insert on %I referencing new table as added
       for each statement execute function keep_new_rows(%s)', t,
      case when t in ('example_pledge', 'cell_task') then '''person_id'', ''id''' else '''commune_id'', ''id''' end);
    execute format(
      'create trigger keep_row after update or delete on %I
       for each row execute function keep_row(%s)', t,
      case when t in ('example_pledge', 'cell_task') then '''person_id'', ''id''' else '''commune_id'', ''id''' end);
  end loop;
end $$;
