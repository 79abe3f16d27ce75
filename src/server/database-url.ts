/** Where the database lies: as the environment says, or a file in the project's own folder. */
export const databaseUrl = (env: NodeJS.ProcessEnv = process.env): string =>
  env['DATABASE_URL'] || 'file:data/in-practice.db';
