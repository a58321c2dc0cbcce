-- Offices have templates of more than one kind of paper.
alter table paper_template drop constraint paper_template_kind_check;
alter table paper_template add check (kind ~ '^[a-z_]+$');
