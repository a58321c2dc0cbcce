-- The trail shows that it was tampered with: its lines are sealed one after the other, one chain a
-- commune and one for what concerns none, each hash over the one before it, the line and what the
-- line's change did. Who can change the tables could make a new chain of it all: that shows against
-- a head that was kept elsewhere.

alter table audit_line
  add column origin text,
  add column tx xid8 not null default '0';
alter table audit_line alter column tx set default pg_current_xact_id();
comment on column audit_line.origin is 'network address of who did it; null on the machine itself';
comment on column audit_line.tx is 'transaction that added it, in whose order lines are sealed';

create table audit_seal (
  chain uuid not null,
  number bigint not null check (number > 0),
  line_id bigint not null unique,
  changes bytea not null,
  hash bytea not null,
  primary key (chain, number)
);
comment on column audit_seal.chain is 'the commune; zeros for lines of none';
comment on column audit_seal.changes is 'digest of what the change of the line did';
alter table audit_seal enable row level security;
create policy of_seen_communes on audit_seal for select
  using (chain = any ((select seen_communes())::uuid[]));

-- Until which transaction all lines are sealed: one below it that is not was put in afterwards.
create table audit_sealed (
  one boolean primary key default true check (one),
  below xid8 not null
);
insert into audit_sealed (below) values ('0');

create function line_digest(before bytea, number bigint, line audit_line, changes bytea)
returns bytea language sql immutable as $$
  select sha256(before || convert_to(jsonb_build_array(
    number, line.id, extract(epoch from line.at), line.account, line.commune_id, line.action,
    line.subject, line.subject_id, line.detail, line.change, line.origin,
    encode(changes, 'hex'))::text, 'UTF8'))
$$;

create function changes_digest(of_change uuid) returns bytea language sql stable as $$
  select coalesce(
    sha256(string_agg(sha256(convert_to(jsonb_build_array(
      c.id, c.register, c.key, c.former_key, c.before, c.after)::text, 'UTF8')), ''::bytea order by c.id)),
    ''::bytea)
  from row_change c where c.change = of_change
$$;

-- Seals the lines of all transactions that have ended. Gives how many; one seals at a time.
create function seal_trail() returns int language plpgsql security definer
set search_path = public as $$
declare
  horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
  l audit_line;
  c uuid;
  last audit_seal;
  digest bytea;
  done int := 0;
begin
  if not pg_try_advisory_xact_lock(hashtext('audit_seal')) then
    return 0;
  end if;
  for l in
    select a.* from audit_line a
    where a.tx < horizon and a.tx >= (select below from audit_sealed)
    order by a.tx, a.id
  loop
    c := coalesce(l.commune_id, '00000000-0000-0000-0000-000000000000');
    select * into last from audit_seal s where s.chain = c order by s.number desc limit 1;
    digest := changes_digest(l.change);
    insert into audit_seal (chain, number, line_id, changes, hash)
    values (c, coalesce(last.number, 0) + 1, l.id, digest,
      line_digest(coalesce(last.hash, ''), coalesce(last.number, 0) + 1, l, digest));
    done := done + 1;
  end loop;
  update audit_sealed set below = horizon where below <> horizon;
  return done;
end $$;
create index on audit_line (tx);

-- Every line against its seal, chain by chain.
create function check_trail()
returns table (finding text, chain uuid, number bigint, line_id bigint)
language plpgsql stable security definer set search_path = public as $$
declare
  s audit_seal;
  l audit_line;
  in_chain uuid;
  expected bigint;
  hash bytea;
begin
  for s in select * from audit_seal order by audit_seal.chain, audit_seal.number loop
    if in_chain is distinct from s.chain then
      in_chain := s.chain;
      expected := 1;
      hash := '';
    end if;
    if s.number <> expected then
      return query select 'gap', s.chain, expected, null::bigint;
      hash := null;
    end if;
    select * into l from audit_line a where a.id = s.line_id;
    if not found then
      return query select 'removed', s.chain, s.number, s.line_id;
    elsif s.changes <> changes_digest(l.change) then
      return query select 'rows', s.chain, s.number, s.line_id;
    elsif hash is not null and s.hash <> line_digest(hash, s.number, l, s.changes) then
      return query select 'changed', s.chain, s.number, s.line_id;
    end if;
    hash := s.hash;
    expected := s.number + 1;
  end loop;
  return query
    select 'inserted', coalesce(a.commune_id, '00000000-0000-0000-0000-000000000000'), null::bigint, a.id
    from audit_line a
    where a.tx < (select below from audit_sealed)
      and not exists (select from audit_seal k where k.line_id = a.id)
    order by a.id;
end $$;

-- How many lines wait for their seal.
create function unsealed_lines() returns bigint language sql stable security definer
set search_path = public as $$
  select count(*) from audit_line where tx >= (select below from audit_sealed)
$$;

-- The last seal of each chain, and whether a seal is still as it was told.
create function trail_heads() returns table (chain uuid, number bigint, hash text)
language sql stable security definer set search_path = public as $$
  select distinct on (s.chain) s.chain, s.number, encode(s.hash, 'hex')
  from audit_seal s order by s.chain, s.number desc
$$;
create function has_seal(of_chain uuid, of_number bigint, of_hash text) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select from audit_seal
    where chain = of_chain and number = of_number and hash = decode(of_hash, 'hex'))
$$;
