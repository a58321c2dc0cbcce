-- The units that a unit came of by a day, whoever has their records, each with the day from which on
-- what happens in it is no longer the unit's: after a split both parts have the years before it.
create function came_of(unit uuid, on_day date) returns table (id uuid, until date)
language sql stable security definer set search_path = public as $$
  with recursive came as (
    select unit as id, date 'infinity' as until
    union
    select s.predecessor_id, s.day
    from came join succession s on s.successor_id = came.id
    where s.day <= least(came.until, on_day))
  select came.id, max(came.until) from came where came.id <> unit group by came.id
$$;
