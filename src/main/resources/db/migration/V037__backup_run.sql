-- What came of each backup that the program took by itself, or that someone took from the browser.
-- It tells of the installation, not of people, and is nobody's scope.
create table backup_run (
  at timestamptz primary key,
  file text not null check (file <> ''),
  bytes bigint check (bytes > 0),
  problem text check (problem <> ''),
  check ((bytes is null) <> (problem is null))
);
