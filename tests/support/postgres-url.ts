import postgres from "postgres";

/**
 * The PostgreSQL that tests may make databases in: TEST_DATABASE_URL, else one on 127.0.0.1:5432.
 * @returns the URL of an administrator's login, or null when none answers
 */
export async function findPostgres(): Promise<string | null> {
  const candidates = process.env.TEST_DATABASE_URL
    ? [process.env.TEST_DATABASE_URL]
    : ["postgres://postgres@127.0.0.1:5432/postgres", `postgres://${process.env.USER ?? "root"}@127.0.0.1:5432/postgres`];
  for (const url of candidates) {
    const client = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} });
    try {
      const [row] = await client<[{ able: boolean }]>`select rolsuper or (rolcreatedb and rolcreaterole) as able from pg_roles where rolname = current_user`;
      if (row.able) return url;
    } catch {
      // Not there or not ours: the next one.
    } finally {
      await client.end();
    }
  }
  return null;
}
