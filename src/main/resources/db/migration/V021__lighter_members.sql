-- Written so that the planner can put them in place of their call; a strict function can't be where
-- its body isn't strict, and a call a row was a third of the time of writing a membership.
create or replace function first_day(partial_date) returns date
  language sql immutable parallel safe
  as $$ select make_date(left($1, 4)::int, coalesce(nullif(substr($1, 6, 2), ''), '1')::int,
                         coalesce(nullif(substr($1, 9, 2), ''), '1')::int) $$;

create or replace function last_day(partial_date) returns date
  language sql immutable parallel safe
  as $$ select case length($1)
                 when 4 then make_date(left($1, 4)::int, 12, 31)
                 when 7 then (make_date(left($1, 4)::int, substr($1, 6, 2)::int, 1) + interval '1 month')::date - 1
                 else make_date(left($1, 4)::int, substr($1, 6, 2)::int, substr($1, 9, 2)::int) end $$;

reindex index membership_commune_id_first_day_idx;
reindex index membership_commune_id_first_day_idx1;

-- The same values without a regular expression a row.
alter table person alter column given_name set expression as (split_part(name, ' ', -1));
alter table person alter column other_names
  set expression as (left(name, greatest(0, length(name) - length(split_part(name, ' ', -1)) - 1)));

-- The membership that a state lies in holds its person and commune together already: a state names
-- its commune as its membership does.
alter table member_state drop constraint member_state_person_id_commune_id_fkey;
drop index member_state_person_id_commune_id_idx;

-- Counting the members of cells on a day reads the index alone.
drop index member_state_cell_id_idx;
create index member_state_by_cell on member_state (cell_id) include (period, standing, person_id);
