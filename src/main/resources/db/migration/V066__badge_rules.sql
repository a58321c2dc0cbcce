-- From which badge on one may be awarded earlier than the others: said where the two limits are said.
alter table rule_value disable trigger user;

insert into rule_value
  (code, valid, value, document_number, document_body, document_date, clause, evidence)
values
  ('badge.great.min_years', '[2021-09-28,2025-06-09)', '70', '01-HD/TW', 'Ban Bí thư', '2021-09-28', null, 'A'),
  ('badge.great.min_years', '[2025-06-09,2026-05-19)', '70', '06-HD/TW', 'Ban Bí thư', '2025-06-09', null, 'UNVERIFIED'),
  ('badge.great.min_years', '[2026-05-19,)', '70', '01-HD/TW', 'Ban Bí thư', '2026-05-19', null, 'UNVERIFIED');

alter table rule_value enable trigger user;
