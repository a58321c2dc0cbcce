-- The last year for which a commune, or one that it came of, told of a register.
create function told_until(commune uuid, of_register text) returns int language sql stable
security definer set search_path = public as $$
  select max(r.year) from register_year r
  where r.commune_id in (select inherited(commune)) and r.register = of_register
$$;
