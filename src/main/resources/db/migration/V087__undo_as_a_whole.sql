-- In whose records a change wrote, seen or not: one is taken back as a whole, or not at all.
create function communes_changed(target uuid) returns setof uuid language sql stable
security definer set search_path = public as $$
  select distinct commune_id from row_change where change = target
$$;
