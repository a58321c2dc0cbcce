-- Few of all members wait for something: these are found without looking at the others.
create index member_state_waiting on member_state (cell_id)
  where upper_inf(period) and (standing = 'probationary' or exempt);
create index membership_gone_elsewhere on membership (commune_id) include (person_id, period)
  where left_by = 'transfer_out';
create index membership_without_card on membership (commune_id) include (person_id)
  where recognition_decided is not null and card_number is null and upper_inf(period);
