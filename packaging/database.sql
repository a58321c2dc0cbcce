-- The database of a server that keeps its own PostgreSQL 18: roles, database, what the program can't do itself.
-- As a superuser, once, with passwords of your own:
--   psql -v owner_password=… -v app_password=… -f database.sql postgres
create role nenmong_owner login password :'owner_password';
create role nenmong_app login password :'app_password';
create database nenmong owner nenmong_owner template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8';
revoke all on database nenmong from public;
grant connect, temporary on database nenmong to nenmong_app;
\connect nenmong
-- For speed behind row security: decisions/0011-row-security.md.
alter function range_contains_elem(anyrange, anyelement) leakproof;
alter function range_overlaps(anyrange, anyrange) leakproof;
alter function daterange_subdiff(date, date) leakproof;
