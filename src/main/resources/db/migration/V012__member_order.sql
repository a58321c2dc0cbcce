-- Lists of members are walked in their order, page by page. The name's index holds the folded name
-- too, so that a search which finds few looks through it alone.
drop index person_by_name;
create index person_by_name on person (commune_id, given_name, other_names, id) include (folded);
create index person_by_birth on person (commune_id, (coalesce(born, '9999')), id);
create index person_by_ethnicity on person (commune_id, ethnicity);
create index membership_by_admission on membership (commune_id, admitted, person_id);
