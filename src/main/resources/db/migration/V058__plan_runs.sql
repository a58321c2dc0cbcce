-- Runs of the planner: what was asked, how far each is, what was found, and what was decided by it.
-- Places, cells and people stand in them by their ids alone.
create table plan_run (
  id uuid primary key,
  commune_id uuid not null references organization (id),
  kind text not null check (kind in ('villages', 'charge')),
  day date not null,
  weights jsonb not null,
  fixed jsonb not null,
  account text not null,
  at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  claim uuid,
  touched_at timestamptz not null,
  percent int not null default 0 check (percent between 0 and 100),
  reached jsonb,
  stop boolean not null default false,
  result jsonb,
  drafted int check (drafted >= 0),
  drafted_by text,
  drafted_at timestamptz,
  number text check (number <> ''),
  body text check (body <> ''),
  decided date,
  change uuid,
  check ((state = 'done') = (result is not null)),
  check ((drafted is null) = (drafted_by is null) and (drafted is null) = (drafted_at is null)),
  check ((decided is null) = (number is null) and (decided is null) = (body is null)
    and (decided is null) = (change is null)),
  check (change is null or drafted is not null)
);
comment on column plan_run.day is 'of which it plans';
comment on column plan_run.claim is 'of the instance that works on it';
comment on column plan_run.reached is 'what the best plan so far costs';
comment on column plan_run.drafted is 'which of the plans that were found is to be decided';
comment on column plan_run.change is 'by which the signed decision became records';
create index on plan_run (commune_id, at desc);

alter table plan_run enable row level security;
create policy of_seen_communes on plan_run
  using (commune_id = any ((select seen_communes())::uuid[]));
