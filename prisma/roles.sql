-- Optional, on a PostgreSQL server: a role for the bot that cannot touch the audit chain, whatever happens
-- to the bot [S13]. The owner of the database (another role) applies migrations, also pg-boss' own:
--
--   1. start the new version once with the owner's DATABASE_URL, so that every table is there;
--   2. psql OWNER_URL -f prisma/roles.sql, and give the role its password: \password zorggarantie_bot
--   3. run the bot with DATABASE_URL=postgresql://zorggarantie_bot@…
--
-- Repeat 1 and 2 after every update that brings migrations.

DO $$ BEGIN
  CREATE ROLE zorggarantie_bot LOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public, pgboss TO zorggarantie_bot;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO zorggarantie_bot;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO zorggarantie_bot;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO zorggarantie_bot;

REVOKE UPDATE, DELETE, TRUNCATE ON audit FROM zorggarantie_bot;
REVOKE INSERT, DELETE, TRUNCATE ON audit_hoofd FROM zorggarantie_bot;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON _prisma_migrations FROM zorggarantie_bot;
