declare module 'vitest' {
  export interface ProvidedContext {
    /** The database `postgres` of the run's PostgreSQL. */
    postgresUrl: string;
  }
}

/** The database that has all migrations applied and is copied for each test file. */
export const TEMPLATE = 'template_migrated';

/** The same server, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
