-- Whether it is known what meetings were held in a commune in a month: its register of the year was
-- handed in, or a meeting of the month is there; its own, or of what it came of.
create function meetings_told(commune uuid, month_of date) returns boolean
language sql stable set search_path = public set plan_cache_mode = 'force_generic_plan' as $$
  select exists (
      select from register_year r
      where r.commune_id in (select inherited(commune)) and r.register = 'meetings'
        and r.year = extract(year from month_of))
    or exists (
      select from counted_meeting g
      where g.commune_id in (select inherited(commune)) and g.month = month_of)
$$;
