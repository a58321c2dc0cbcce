-- Of a unit that ends on a day on which something of it was to begin, that does not begin: an event
-- of the same day had brought it.
create or replace function end_rows(register text, unit text, period text, units uuid[], on_day date)
returns int language plpgsql as $$
declare
  done int;
begin
  execute format(
    'delete from %1$I where %2$I = any ($1) and lower(%3$I) = $2', register, unit, period)
    using units, on_day;
  execute format(
    'update %1$I set %3$I = daterange(lower(%3$I), $2)
     where %2$I = any ($1) and %3$I @> $2 and (lower(%3$I) is null or lower(%3$I) < $2)',
    register, unit, period) using units, on_day;
  get diagnostics done = row_count;
  return done;
end $$;
