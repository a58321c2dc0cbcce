-- What an import did, register by register, and how a list of an office's own was read.
alter table import_run add column result jsonb;
alter table import_run add column mapping jsonb;
