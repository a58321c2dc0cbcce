-- How large the committee of a commune and its standing board are, and how many deputies there are.
-- Of the term 2025-2030 for a commune that stayed or came of two, and for one that came of three or
-- more; what was said for the terms before was seen in no source.
alter table rule_value disable trigger user;
insert into rule_value
  (code, valid, value, document_number, document_body, document_date, clause, evidence)
values
  ('commune_committee.max', '[2014-05-30,2019-05-30)', '15', '36-CT/TW', 'Bộ Chính trị', '2014-05-30', null, 'UNVERIFIED'),
  ('commune_committee.max', '[2019-05-30,2025-04-14)', '15', '35-CT/TW', 'Bộ Chính trị', '2019-05-30', null, 'UNVERIFIED'),
  ('commune_committee.max', '[2025-04-14,)', '27', '45-CT/TW', 'Bộ Chính trị', '2025-04-14', null, 'B'),
  ('commune_committee.max_of_three', '[2025-04-14,)', '33', '45-CT/TW', 'Bộ Chính trị', '2025-04-14', null, 'B'),
  ('commune_board.min', '[2014-05-30,2019-05-30)', '4', '36-CT/TW', 'Bộ Chính trị', '2014-05-30', null, 'UNVERIFIED'),
  ('commune_board.min', '[2019-05-30,2025-04-14)', '4', '35-CT/TW', 'Bộ Chính trị', '2019-05-30', null, 'UNVERIFIED'),
  ('commune_board.min', '[2025-04-14,)', '9', '45-CT/TW', 'Bộ Chính trị', '2025-04-14', null, 'B'),
  ('commune_board.max', '[2014-05-30,2019-05-30)', '5', '36-CT/TW', 'Bộ Chính trị', '2014-05-30', null, 'UNVERIFIED'),
  ('commune_board.max', '[2019-05-30,2025-04-14)', '5', '35-CT/TW', 'Bộ Chính trị', '2019-05-30', null, 'UNVERIFIED'),
  ('commune_board.max', '[2025-04-14,)', '11', '45-CT/TW', 'Bộ Chính trị', '2025-04-14', null, 'B'),
  ('commune_board.members_for_each', '[2016-07-25,2021-07-30)', '3', '29-QĐ/TW', 'Ban Chấp hành Trung ương', '2016-07-25', null, 'UNVERIFIED'),
  ('commune_board.members_for_each', '[2021-07-30,2025-01-20)', '3', '24-QĐ/TW', 'Ban Chấp hành Trung ương', '2021-07-30', null, 'UNVERIFIED'),
  ('commune_board.members_for_each', '[2025-01-20,2025-07-01)', '3', '232-QĐ/TW', 'Ban Chấp hành Trung ương', '2025-01-20', null, 'UNVERIFIED'),
  ('commune_board.members_for_each', '[2025-07-01,2026-04-08)', '3', '294-QĐ/TW', 'Ban Chấp hành Trung ương', '2025-05-26', null, 'UNVERIFIED'),
  ('commune_board.members_for_each', '[2026-04-08,2026-07-26)', '3', '20-QĐ/TW', 'Ban Chấp hành Trung ương', '2026-04-08', null, 'UNVERIFIED'),
  ('commune_board.members_for_each', '[2026-07-26,)', '3', '208-QĐ/TW', 'Ban Chấp hành Trung ương', '2026-07-26', null, 'C'),
  ('commune_deputies.min', '[2014-05-30,2019-05-30)', '1', '36-CT/TW', 'Bộ Chính trị', '2014-05-30', null, 'UNVERIFIED'),
  ('commune_deputies.min', '[2019-05-30,2025-04-14)', '1', '35-CT/TW', 'Bộ Chính trị', '2019-05-30', null, 'UNVERIFIED'),
  ('commune_deputies.min', '[2025-04-14,)', '2', '45-CT/TW', 'Bộ Chính trị', '2025-04-14', null, 'B'),
  ('commune_deputies.max', '[2014-05-30,2019-05-30)', '2', '36-CT/TW', 'Bộ Chính trị', '2014-05-30', null, 'UNVERIFIED'),
  ('commune_deputies.max', '[2019-05-30,2025-04-14)', '2', '35-CT/TW', 'Bộ Chính trị', '2019-05-30', null, 'UNVERIFIED'),
  ('commune_deputies.max', '[2025-04-14,)', '2', '45-CT/TW', 'Bộ Chính trị', '2025-04-14', null, 'B');
alter table rule_value enable trigger user;
