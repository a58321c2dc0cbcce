-- Row security keeps the planner from asking how many rows a path or a period leaves: it takes one
-- for granted, and goes through all members of a province once for each of its cells. A function is
-- told how many rows it gives; with a setting of its own it is not taken apart again. Both still
-- give only what the role that calls them may see.

create function units_on(scope ltree[], top ltree, on_day date) returns setof organization_period
language sql stable rows 1000 set search_path = public as $$
  select * from organization_period
  where period @> on_day and path <@ any (scope) and path <@ top
$$;
comment on function units_on is 'the units of a day at and below a top, as far as the scope reaches';

create function cells_on_days(scope ltree[], cells uuid[], days date[])
returns table (
  day date, id uuid, commune_id uuid, code text, name text, path ltree, founded partial_date,
  life daterange)
language sql stable rows 1000 set search_path = public as $$
  select each.day, o.id, op.commune_id, o.code, op.name, op.path, o.founded, o.life
  from unnest(days) each (day)
  join organization_period op on op.period @> each.day
  join organization o on o.id = op.organization_id
  where op.organization_id = any (cells) and op.path <@ any (scope)
    and op.kind in ('cell', 'grassroots_cell')
$$;
comment on function cells_on_days is 'of some cells those that were there on each of some days, as far as the scope reaches';

-- A village is within the scope when the cell that leads it is, or, for one that no cell leads, the
-- commune that it lies in.
create function villages_on(scope ltree[], on_day date) returns setof village_period
language sql stable rows 1000 set search_path = public as $$
  select vp.*
  from village_period vp
  join units_on(scope, '', on_day) op on op.organization_id = coalesce(vp.cell_id, vp.commune_id)
  where vp.period @> on_day
$$;
comment on function villages_on is 'the villages of a day, as far as the scope reaches';

-- Sessions plan each statement anew, since what is asked of a commune and of a province differs much.
-- What is asked row by row, always the same way, is planned once: ten times as fast.
alter function told_since set plan_cache_mode = 'force_generic_plan';
alter function lies_elsewhere set plan_cache_mode = 'force_generic_plan';
alter function lies_in set plan_cache_mode = 'force_generic_plan';
alter function came_of set plan_cache_mode = 'force_generic_plan';
alter function inherited set plan_cache_mode = 'force_generic_plan';
alter function heir_on set plan_cache_mode = 'force_generic_plan';
alter function village_heir_on set plan_cache_mode = 'force_generic_plan';
alter function told_until set plan_cache_mode = 'force_generic_plan';
