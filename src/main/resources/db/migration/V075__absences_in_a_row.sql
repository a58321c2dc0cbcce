-- What a good meeting bears of absences: with leave no more than so many times running in a year.
alter table rule_value disable trigger user;
insert into rule_value
  (code, valid, value, document_number, document_body, document_date, clause, evidence)
values
  ('meeting.leave.max_running', '[2018-07-06,2025-10-28)', '3', '12-HD/BTCTW',
    'Ban Tổ chức Trung ương', '2018-07-06', null, 'A');
alter table rule_value enable trigger user;
