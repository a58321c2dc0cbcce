alter table step add column effective date;
comment on column step.effective is
  'on which what led to it took effect: of a transfer, the decision to move or the new home';

alter table membership
  add column origin text
    check (origin in ('same_province', 'other_province', 'army_police', 'abroad')),
  add check (origin is null or begun_by = 'transfer_in');
comment on column membership.origin is 'what kind of place someone was transferred in from';

-- The day on which another commune took in someone who was transferred out on a day: what its receipt
-- would tell, and nothing else. The one who came has the same name, and the same card or birth.
create function taken_in_elsewhere(of_person uuid, left_on date) returns date
language sql stable security definer set search_path = public as $$
  select min(lower(there.period))
  from membership mine
  join person p on p.id = mine.person_id
  join person same on same.folded = p.folded
  join membership there on there.person_id = same.id and there.commune_id <> mine.commune_id
    and there.begun_by = 'transfer_in'
    and lower(there.period) between left_on and left_on + 366
    and (there.card_number = mine.card_number or same.born = p.born)
  where mine.person_id = of_person and mine.left_by = 'transfer_out'
    and upper(mine.period) = left_on
    and mine.commune_id = any ((select seen_communes())::uuid[])
$$;

alter table planning_entry add column exception text check (exception <> '');
comment on column planning_entry.exception is
  'paper by which someone is planned for whom a discipline would keep out';
