create extension if not exists btree_gist;
create extension if not exists ltree;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Vietnamese order: a ă â b c d đ e ê …, tones last.
create collation vi (provider = icu, locale = 'vi');

-- For search: lower case, without accents, đ as d. The same as Vietnamese.fold.
-- unaccent() is only stable because its dictionary could change; ours does not.
create function fold(text) returns text
  language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC))) $$;

-- A date as a paper gives it: 1956, 2013-07 or 2013-07-26.
create domain partial_date as text collate "C"
  check (value ~ '^\d{4}(-\d{2}(-\d{2})?)?$');

create function first_day(partial_date) returns date
  language sql immutable strict parallel safe
  as $$ select make_date(left($1, 4)::int, coalesce(nullif(substr($1, 6, 2), ''), '1')::int,
                         coalesce(nullif(substr($1, 9, 2), ''), '1')::int) $$;

create function last_day(partial_date) returns date
  language sql immutable strict parallel safe
  as $$ select case length($1)
                 when 4 then make_date(left($1, 4)::int, 12, 31)
                 when 7 then (make_date(left($1, 4)::int, substr($1, 6, 2)::int, 1) + interval '1 month')::date - 1
                 else first_day($1) end $$;

-- Rules of the Party's regulations: dated, with their source. Natural key of a document: number, body, date.
create table rule_value (
  code text not null,
  valid daterange not null,
  value text not null,
  document_number text not null,
  document_body text not null,
  document_date date,
  clause text,
  evidence text not null check (evidence in ('A', 'B', 'C', 'UNVERIFIED')),
  primary key (code, valid without overlaps)
);
comment on column rule_value.evidence is
  'A text of the instrument; B press or official explanation; C third party; UNVERIFIED background knowledge';

insert into rule_value values
  ('layout.margins', '[2004-05-28,2018-04-03)', '25/25/35/15', '11-HD/VPTW', 'Văn phòng Trung ương Đảng', '2004-05-28', null, 'B'),
  ('layout.margins', '[2018-04-03,)', '20/20/30/15', '36-HD/VPTW', 'Văn phòng Trung ương Đảng', '2018-04-03', null, 'C'),
  ('review.top_grade.organization', '(,2018-03-08)', 'clean_and_strong', '27-HD/BTCTW', 'Ban Tổ chức Trung ương', '2014-09-25', null, 'B'),
  ('review.top_grade.organization', '[2018-03-08,)', 'excellent', '132-QĐ/TW', 'Bộ Chính trị', '2018-03-08', null, 'A'),
  ('meeting.regular.per_month', '[2011-01-19,)', '1', 'Điều lệ Đảng', 'Đại hội đại biểu toàn quốc', '2011-01-19', 'Điều 24.2', 'C');

-- What an office has set, one row a setting.
create table setting (
  code text primary key,
  value text not null
);
