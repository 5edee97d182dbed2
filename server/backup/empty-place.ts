// The place that a backup is restored into: a database in which nobody has worked yet, and which nobody uses now.
import { type Client, escapeIdentifier } from "pg";

/** Why nothing is restored here, as a sentence. */
export class OccupiedPlace extends Error {}

/** Throws OccupiedPlace unless the database is bare, or what a first start leaves: no people, and no document but the seed's. */
export async function refuseUnlessEmpty(connection: Client): Promise<void> {
  const names = await tablesOf(connection);
  if (names.length === 0) return;
  if (!names.includes("_prisma_migrations")) {
    throw new OccupiedPlace(
      `The database holds tables that are not Iltizam's, such as ${names[0]}: give it one of its own.`,
    );
  }
  if (!names.includes("User")) return;
  const { rows } = await connection.query<{ people: number; documents: number }>(
    'SELECT (SELECT count(*)::int FROM "User") AS people, (SELECT count(*)::int FROM "Document") AS documents',
  );
  const { people = 0, documents = 0 } = rows[0] ?? {};
  if (people === 0 && documents <= 1) return;
  throw new OccupiedPlace(
    `The database is not empty (people: ${people}, documents: ${documents}), and nothing in it is overwritten: set DATA_DIR to a new folder, or DATABASE_URL to a new database.`,
  );
}

/** Throws OccupiedPlace while others of this user's connections are in the database, as a running Iltizam's are. */
export async function refuseWhileInUse(connection: Client): Promise<void> {
  const { rows } = await connection.query<{ others: number }>(`
    SELECT count(*)::int AS others FROM pg_stat_activity
    WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`);
  const others = rows[0]?.others ?? 0;
  if (others === 0) return;
  throw new OccupiedPlace(`The database is in use (other connections: ${others}): stop Iltizam and its workers first.`);
}

/** Takes a first start away, tables, types and functions, so that an older form can be made; extensions stay. */
export async function clearPlace(connection: Client): Promise<void> {
  await connection.query("BEGIN");
  await refuseUnlessEmpty(connection);
  const tables = await tablesOf(connection);
  if (tables.length > 0) await connection.query(`DROP TABLE ${tables.map(escapeIdentifier).join(", ")} CASCADE`);
  const { rows } = await connection.query<{ statement: string }>(`
    SELECT format('DROP TYPE %s CASCADE', t.oid::regtype) AS statement FROM pg_type t
    WHERE t.typnamespace = current_schema()::regnamespace AND t.typtype = 'e'
    UNION ALL
    SELECT format('DROP FUNCTION %s CASCADE', p.oid::regprocedure) FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e')`);
  for (const { statement } of rows) await connection.query(statement);
  await connection.query("COMMIT");
}

async function tablesOf(connection: Client): Promise<string[]> {
  const { rows } = await connection.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') ORDER BY relname",
  );
  return rows.map(({ name }) => name);
}
