create function villages_in(scope ltree[], communes uuid[], on_day date)
returns setof village_period
language sql stable rows 100 set search_path = public as $$
  select vp.*
  from village_period vp
  join organization_period op on op.organization_id = coalesce(vp.cell_id, vp.commune_id)
    and op.period @> on_day and op.path <@ any (scope)
  where vp.commune_id = any (communes) and vp.period @> on_day
$$;
comment on function villages_in is 'the villages that villages_on tells, of some communes';
