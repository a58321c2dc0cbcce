-- A meeting that is only planned goes on with the cell that comes of its own; that is taken back with
-- the event, unless the meeting was written in since.
create trigger keep_row after update of cell_id on cell_meeting
  for each row when (old.cell_id <> new.cell_id) execute function keep_row('cell_id', 'id');

create function refuse_written_meeting() returns trigger language plpgsql as $$
begin
  raise exception 'meeting % was written in since', old.id using errcode = '40001';
end $$;
create trigger refuse_written_meeting before update of cell_id on cell_meeting
  for each row when (old.cell_id <> new.cell_id and old.version <> new.version)
  execute function refuse_written_meeting();
