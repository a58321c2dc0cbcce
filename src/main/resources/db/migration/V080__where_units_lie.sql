-- The commune that a unit lies in is said by its path: the lowest one on it. In whose records the unit
-- stands says nothing of that.
--
-- commune: in whose records it stands
create function lies_in(place ltree, commune uuid) returns uuid language sql stable
security definer set search_path = public as $$
  select case
    when not lies_elsewhere(place, commune) then commune
    else (
      select o.id
      from unnest(string_to_array(place::text, '.')) with ordinality part (id, depth)
      join organization o on o.id = part.id::uuid
      where o.id = o.commune_id
      order by part.depth desc
      limit 1)
    end
$$;

-- A unit and all that lies below it on a day, as they are then.
create function below(unit uuid, on_day date) returns setof organization_period
language sql stable as $$
  select op.*
  from organization_period top
  join organization_period op on op.path <@ top.path and op.period @> on_day
  where top.organization_id = unit and top.period @> on_day
$$;

-- The first year for which a commune, or one that it came of, told of a register.
create function told_since(commune uuid, of_register text) returns int language sql stable
security definer set search_path = public as $$
  select min(r.year) from register_year r
  where r.commune_id in (select inherited(commune)) and r.register = of_register
$$;

create index on candidate (cell_id);

-- The communes whose records parts of the tree contain, stand in or lie in.
create or replace function communes_of(parts ltree[]) returns setof uuid language sql stable
security definer set search_path = public as $$
  select organization_id from organization_period
  where organization_id = commune_id and path <@ any (parts)
  union
  select commune_id from organization_period
  where lies_elsewhere(path, commune_id) and path <@ any (parts)
  union
  select commune_id from organization_period
  where path = any (parts)
  union
  select lies_in(path, commune_id) from organization_period
  where lies_elsewhere(path, commune_id) and path = any (parts)
$$;

-- The commune that parts of the tree contain or lie in on a day, where it is one alone.
create function only_commune(parts ltree[], on_day date) returns uuid language sql stable
security definer set search_path = public as $$
  select case when count(*) = 1 then (array_agg(commune))[1] end
  from (
    select organization_id from organization_period
    where organization_id = commune_id and path <@ any (parts) and period @> on_day
    union
    select lies_in(path, commune_id) from organization_period
    where path = any (parts) and period @> on_day) as found (commune)
$$;
