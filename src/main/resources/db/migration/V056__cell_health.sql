-- From where on something about a cell is a reason to act, and how much it weighs: what an office
-- sets itself, for a commune or for all communes below a body. What nobody set is the program's.
create table health_setting (
  commune_id uuid not null references organization (id),
  code text not null check (code <> ''),
  value int not null check (value >= 0),
  account text not null,
  at timestamptz not null,
  primary key (commune_id, code)
);
comment on column health_setting.commune_id is
  'the commune, or the body above communes, below which it counts';

alter table health_setting enable row level security;
create policy of_seen_communes on health_setting
  using (commune_id = any ((select seen_communes())::uuid[]));
create policy of_bodies_above on health_setting for select
  using (commune_id = any ((select rule_units())::uuid[]));
create trigger keep_new_rows after insert on health_setting referencing new table as added
  for each statement execute function keep_new_rows('commune_id', 'commune_id', 'code');
create trigger keep_row after update or delete on health_setting
  for each row execute function keep_row('commune_id', 'commune_id', 'code');

-- Beside the committee from nine official members on, of at most seven, a cell elects one deputy.
alter table rule_value disable trigger user;
insert into rule_value
  (code, valid, value, document_number, document_body, document_date, clause, evidence)
values
  ('cell.deputies', '[2016-07-25,2021-07-30)', '1', '29-QĐ/TW', 'Ban Chấp hành Trung ương', '2016-07-25', '24', 'A'),
  ('cell.deputies', '[2021-07-30,2025-01-20)', '1', '24-QĐ/TW', 'Ban Chấp hành Trung ương', '2021-07-30', null, 'A'),
  ('cell.deputies', '[2025-01-20,2025-07-01)', '1', '232-QĐ/TW', 'Ban Chấp hành Trung ương', '2025-01-20', null, 'A'),
  ('cell.deputies', '[2025-07-01,2026-04-08)', '1', '294-QĐ/TW', 'Ban Chấp hành Trung ương', '2025-05-26', null, 'A'),
  ('cell.deputies', '[2026-04-08,2026-07-26)', '1', '20-QĐ/TW', 'Ban Chấp hành Trung ương', '2026-04-08', null, 'UNVERIFIED'),
  ('cell.deputies', '[2026-07-26,)', '1', '208-QĐ/TW', 'Ban Chấp hành Trung ương', '2026-07-26', null, 'UNVERIFIED');
alter table rule_value enable trigger user;
