-- Where a unit lies is said by its path, and the empty path is above all: a unit that had it would
-- be above everybody, and its secretary would see everything. A form once wrote it for units below a
-- body that stands in other records; they get the path that follows from that body.
set constraints all deferred;
update organization_period op
set path = coalesce((
    select above.path from organization_period above
    where above.organization_id = op.parent_id and above.period && op.period and nlevel(above.path) > 0
    order by above.period desc
    limit 1), ''::ltree) || replace(op.organization_id::text, '-', '')
where nlevel(op.path) = 0;
set constraints all immediate;

alter table organization_period add constraint ends_with_itself
  check (nlevel(path) > 0
    and index(path, replace(organization_id::text, '-', '')::ltree) = nlevel(path) - 1);
