-- How a file that is no workbook of the program's own is read; and what the columns of a list of
-- that shape were said to be, for the next one of the same.
alter table import_upload add column mapping jsonb;

create table list_mapping (
  commune text not null,
  shape text not null,
  uses jsonb not null,
  account text not null,
  at timestamptz not null,
  primary key (commune, shape)
);
comment on column list_mapping.commune is 'code of the commune';
comment on column list_mapping.shape is 'digest of the headings';
