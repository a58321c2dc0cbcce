-- What was done on someone's way in the Party, step by step. What the registers say follows from it;
-- a step that was wrong is taken back with a reason and stays.

alter table membership
  add column admission_decided date,
  add column recognition_decided date,
  add column begun_by text check (begun_by in ('transfer_in', 'restored')),
  add column left_by text check (left_by in (
    'transfer_out', 'strike_decision', 'resignation', 'death', 'discipline_decision')),
  add column official_from date generated always as
    (coalesce(recognition_decided, first_day(recognised))) stored,
  add column party_age_from date generated always as
    (coalesce(admission_decided, last_day(admitted))) stored;
comment on column membership.admitted is 'day of the ceremony, as far as it is known';
comment on column membership.recognised is 'day as of which they are official';
comment on column membership.official_from is
  'day from which they have a vote: that of the decision, where it is known';
comment on column membership.begun_by is 'null for who was admitted, or is not known otherwise';
create index on membership (commune_id, official_from);
create index on membership (party_age_from) where upper_inf(period);
drop index if exists membership_commune_id_recognised_from_idx;

create table step (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  person_id uuid not null references person (id) deferrable,
  kind text not null,
  day date not null,
  number text,
  body text,
  in_favour int check (in_favour >= 0),
  entitled int check (entitled >= 0),
  carried boolean,
  received date,
  until date,
  cell_id uuid references organization (id),
  first_person_id uuid references person (id) deferrable,
  second_person_id uuid references person (id) deferrable,
  form text,
  place text,
  exception text,
  reason text,
  registered jsonb,
  account text not null,
  at timestamptz not null,
  change uuid not null default change_id(),
  relied text[] not null default '{}',
  unknown text[] not null default '{}',
  taken_back text check (taken_back <> ''),
  taken_back_by text,
  taken_back_at timestamptz,
  check ((in_favour is null) = (entitled is null) and in_favour <= entitled),
  check ((taken_back is null) = (taken_back_by is null)),
  check ((kind = 'registered') = (registered is not null))
);
comment on column step.id is 'in the order in which they were entered';
comment on column step.relied is 'rules that were asked, each with its evidence: vote.admit.cell:A';
comment on column step.unknown is 'rules of which nothing was known for the day';
comment on column step.taken_back is 'why it does not hold any more';
create index on step (person_id, id);
create index on step (commune_id, kind, day);
create index on step (first_person_id) where first_person_id is not null;
create index on step (second_person_id) where second_person_id is not null;

-- What holds of someone for a time beside their membership: elsewhere, here from elsewhere, or
-- suspended.
create table temporary_standing (
  id uuid primary key default uuidv7(),
  commune_id uuid not null references organization (id),
  person_id uuid not null references person (id) deferrable,
  kind text not null check (kind in ('away', 'guest', 'suspended')),
  period daterange not null check (not isempty(period)),
  cell_id uuid references organization (id),
  place text,
  exclude using gist (person_id with =, kind with =, period with &&),
  check ((kind = 'guest') = (cell_id is not null))
);
create index on temporary_standing (commune_id);
create index on temporary_standing (cell_id) where cell_id is not null;

do $$
declare
  t record;
begin
  for t in
    select * from (values ('step', 'person_id', 'id'), ('temporary_standing', 'person_id', 'id'))
      as kept (register, subject, keys)
  loop
    execute format('alter table %I enable row level security', t.register);
    execute format(
      'create policy of_seen_communes on %I
       using (commune_id = any ((select seen_communes())::uuid[]))', t.register);
    execute format(
      'create trigger keep_new_rows after insert on %I referencing new table as added
       for each statement execute function keep_new_rows(%L, %L)', t.register, t.subject, t.keys);
    execute format(
      'create trigger keep_row after update or delete on %I
       for each row execute function keep_row(%L, %L)', t.register, t.subject, t.keys);
  end loop;
end $$;

-- Cuts the state of a member that holds a day in two, the second beginning with that day.
create function cut_state(of_person uuid, on_day date) returns void language plpgsql as $$
declare
  s member_state;
begin
  select * into s from member_state
  where person_id = of_person and period @> on_day and lower(period) < on_day;
  if found then
    update member_state set period = daterange(lower(period), on_day)
    where person_id = of_person and period = s.period;
    s.period := daterange(on_day, upper(s.period));
    insert into member_state select s.*;
  end if;
end $$;
