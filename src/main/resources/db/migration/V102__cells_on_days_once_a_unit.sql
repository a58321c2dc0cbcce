-- Where a unit lies does not change while it stands: worked out once for each of its periods, and not
-- for each of the days that fall into it.
create or replace function cells_on_days(scope ltree[], cells uuid[], days date[])
returns table (
  day date, id uuid, commune_id uuid, records uuid, code text, name text, path ltree,
  founded partial_date, life daterange)
language sql stable rows 1000 set search_path = public as $$
  with stay as materialized (
    select op.period, o.id,
      lies_or_stands_in(op.path, op.commune_id) as commune_id,
      op.commune_id as records,
      code_within(op.path, op.commune_id, o.code) as code,
      op.name, op.path, o.founded, o.life
    from organization_period op
    join organization o on o.id = op.organization_id
    where op.organization_id = any (cells) and op.path <@ any (scope)
      and op.kind in ('cell', 'grassroots_cell'))
  select each.day, stay.id, stay.commune_id, stay.records, stay.code, stay.name, stay.path,
    stay.founded, stay.life
  from unnest(days) each (day)
  join stay on stay.period @> each.day
$$;
