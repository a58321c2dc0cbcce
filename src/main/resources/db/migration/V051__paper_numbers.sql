-- Numbers of papers, running through a term (36-HD/VPTW of 2018, 1.3; 05-HD/VPTW of 2026): one book for each
-- organization, kind of document and term. A number once in it stays there.

create table committee_term (
  commune_id uuid not null references organization (id),
  organization_id uuid not null references organization (id),
  began date not null,
  primary key (organization_id, began)
);
comment on column committee_term.began is 'close of the congress, from which papers are numbered anew';
create index on committee_term (commune_id);

create table paper_number (
  commune_id uuid not null references organization (id),
  organization_id uuid not null references organization (id),
  document text not null check (document <> ''),
  term date not null,
  number int not null check (number > 0),
  kind text not null,
  day date not null,
  steps uuid[] not null check (steps <> '{}'),
  primary key (organization_id, document, term, number)
);
comment on column paper_number.document is 'abbreviation of the kind of document, as NQ';
comment on column paper_number.term is 'beginning of the term; where no term is known, that of the Party';
comment on column paper_number.steps is 'all that ever bore it, also those that were undone since';
create index on paper_number (commune_id);

create function term_of(organization uuid, on_day date) returns date language sql stable as $$
  select coalesce(max(t.began), '1930-02-03')
  from committee_term t
  where t.organization_id = organization and t.began <= on_day
$$;

do $$
declare
  t text;
begin
  foreach t in array array['committee_term', 'paper_number'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy of_seen_communes on %I
       using (commune_id = any ((select seen_communes())::uuid[]))', t);
  end loop;
end $$;
