-- What the program at work may do: read and write rows, and count them for the planner
-- (`maintain`). It owns nothing, and makes, changes and drops no table. Runs after every migration,
-- so that a new table is never forgotten.
grant usage on schema public to ${app_role};
grant select, insert, update, delete, maintain on all tables in schema public to ${app_role};
grant usage on all sequences in schema public to ${app_role};

-- The history of the schema is the owner's; the trail is only added to.
revoke all on flyway_schema_history from ${app_role};
revoke update, delete, maintain on audit_line from ${app_role};
revoke insert, update, delete, maintain on audit_seal, audit_sealed from ${app_role};
revoke update, delete, maintain on undone_change from ${app_role};
revoke insert, update, delete, maintain on row_change from ${app_role};
revoke all on person_key from ${app_role};
revoke all on sign_in_failure from ${app_role};
revoke all on ended_device from ${app_role};
