-- A doubt about a record that someone has looked at and let stand.
create table doubt_excuse (
  kind text not null,
  subject uuid not null,
  other uuid not null,
  commune_id uuid not null references organization (id),
  reason text not null check (reason <> ''),
  account text not null,
  at timestamptz not null,
  primary key (kind, subject, other)
);
comment on column doubt_excuse.other is 'the second person of a doubt about two; else the subject again';
create index on doubt_excuse (commune_id);
create trigger keep_new_rows after insert on doubt_excuse referencing new table as added
  for each statement execute function keep_new_rows('subject', 'kind', 'subject', 'other');
create trigger keep_row after update or delete on doubt_excuse
  for each row execute function keep_row('subject', 'kind', 'subject', 'other');

insert into rule_value values
  ('admission.age.least', '[2016-07-25,2021-07-30)', '18', '29-QĐ/TW', 'Ban Chấp hành Trung ương', '2016-07-25', null, 'A'),
  ('admission.age.least', '[2021-07-30,2026-07-26)', '18', '24-QĐ/TW', 'Ban Chấp hành Trung ương', '2021-07-30', null, 'A'),
  ('admission.age.least', '[2026-07-26,)', '18', '208-QĐ/TW', 'Ban Chấp hành Trung ương', '2026-07-26', null, 'C');

-- What refers to a person or a membership is looked at when all of a merging is done.
do $$
declare
  c record;
begin
  for c in
    select conrelid::regclass as tab, conname as name
    from pg_constraint
    where contype = 'f' and not condeferrable and conparentid = 0
      and confrelid in ('person'::regclass, 'membership'::regclass)
  loop
    execute format('alter table %s alter constraint %I deferrable', c.tab, c.name);
  end loop;
end $$;

-- Makes one of two records of the same person: what the second has goes over to the first. Where
-- both have a membership of the same time the first's holds, filled up from the second's; where
-- both have the same record, the first's stays.
create function merge_people(keep uuid, gone uuid) returns void language plpgsql as $$
declare
  twice record;
  refers record;
  place tid;
begin
  set constraints all deferred;
  for twice in
    select k.id as kept, g.id as id, g.period, g.card_number, g.recognised
    from membership g
    join membership k on k.person_id = keep and k.period && g.period
    where g.person_id = gone
  loop
    update member_review r set membership_id = twice.kept
      where r.membership_id = twice.id and not exists (
        select from member_review k where k.membership_id = twice.kept and k.year = r.year);
    delete from member_review where membership_id = twice.id;
    update member_poverty r set membership_id = twice.kept
      where r.membership_id = twice.id and not exists (
        select from member_poverty k where k.membership_id = twice.kept and k.year = r.year);
    delete from member_poverty where membership_id = twice.id;
    delete from member_state where person_id = gone and period <@ twice.period;
    delete from membership where id = twice.id;
    update membership set card_number = coalesce(card_number, twice.card_number),
        recognised = coalesce(recognised, twice.recognised)
      where id = twice.kept;
  end loop;
  update membership set person_id = keep where person_id = gone;
  update member_state set person_id = keep where person_id = gone;

  for refers in
    select c.conrelid::regclass as tab, a.attname as col
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'person'::regclass and c.conparentid = 0
      and c.conrelid not in ('membership'::regclass, 'member_state'::regclass)
    order by 1, 2
  loop
    for place in execute format('select ctid from %s where %I = $1', refers.tab, refers.col) using gone loop
      begin
        execute format('update %s set %I = $1 where ctid = $2', refers.tab, refers.col) using keep, place;
      exception when unique_violation or exclusion_violation then
        execute format('delete from %s where ctid = $1', refers.tab) using place;
      end;
    end loop;
  end loop;

  update person k set
      sex = coalesce(k.sex, g.sex),
      born = case when k.born is null or g.born like k.born || '%' then g.born else k.born end,
      ethnicity = coalesce(k.ethnicity, g.ethnicity)
    from person g
    where k.id = keep and g.id = gone;
  delete from person where id = gone;
end $$;
