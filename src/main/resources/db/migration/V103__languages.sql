-- Which of the languages of minorities someone speaks besides that of their own people, as it was
-- told: «Thái, Mông».
alter table person add column languages text check (languages <> '');
comment on column person.languages is 'languages of minorities that someone speaks, as told; null where nobody told';

create or replace function merge_people(keep uuid, gone uuid) returns void language plpgsql as $$
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
      ethnicity = coalesce(k.ethnicity, g.ethnicity),
      languages = case when fold(k.languages) = fold(g.languages) then k.languages
        else nullif(concat_ws(', ', k.languages, g.languages), '') end
    from person g
    where k.id = keep and g.id = gone;
  delete from person where id = gone;
end $$;
