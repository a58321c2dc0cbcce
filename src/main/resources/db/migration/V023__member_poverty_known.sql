-- The list of members may come without its column of poor households: then poverty is not known.
insert into register_year (commune_id, register, year)
select distinct commune_id, 'member_poverty', year from member_poverty;
