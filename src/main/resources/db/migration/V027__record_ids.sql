-- Forms find a row that two columns tell apart by one id made of both.
create index village_year_record on village_year (cast(md5(cast(village_id as text) || cast(year as text)) as uuid));
create index economic_model_year_record on economic_model_year (cast(md5(cast(model_id as text) || cast(year as text)) as uuid));
create index course_attendance_record on course_attendance (cast(md5(cast(course_id as text) || cast(person_id as text)) as uuid));
create index mass_organization_year_record on mass_organization_year (cast(md5(cast(mass_organization_id as text) || cast(year as text)) as uuid));
create index indicator_year_record on indicator_year (cast(md5(cast(indicator_id as text) || cast(year as text)) as uuid));
create index organization_review_record on organization_review (cast(md5(cast(organization_id as text) || cast(year as text)) as uuid));
create index member_review_record on member_review (cast(md5(cast(membership_id as text) || cast(year as text)) as uuid));
