// Knows what was written: triggers note each row that changes, in its transaction, so that what is taken back leaves no note.

import type pg from "pg";

export type Journal = {
  /** The tables that were written since it was last asked. */
  written: () => Promise<string[]>;
};

/** Puts the triggers on every table of the product. */
export async function keepJournal(client: pg.Client): Promise<Journal> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS fuzz;
    CREATE TABLE IF NOT EXISTS fuzz.written (name text);
    CREATE OR REPLACE FUNCTION fuzz.note() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN INSERT INTO fuzz.written VALUES (TG_TABLE_NAME); RETURN NULL; END $$;
    DO $$ DECLARE each text; BEGIN
      FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER fuzz AFTER INSERT OR UPDATE OR DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION fuzz.note()', each);
      END LOOP;
    END $$`);
  return {
    written: async () => {
      const { rows } = await client.query<{ name: string }>("DELETE FROM fuzz.written RETURNING name");
      return [...new Set(rows.map(({ name }) => name))];
    },
  };
}
