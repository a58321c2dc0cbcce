-- A unit lies below a body that whoever changes it may not see: a commune below its province. Its
-- place follows from that body all the same.
alter function place_anew(uuid, date) security definer;
alter function place_anew(uuid, date) set search_path = public;
