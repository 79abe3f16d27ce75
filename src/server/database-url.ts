/**
 * Where the database lies: as the environment says, or a file in the project's own folder. The token of
 * a remote one comes from DATABASE_AUTH_TOKEN, so that the URL by itself can be shown and written down.
 */
export function databaseUrl(env: NodeJS.ProcessEnv = process.env): string {
  const url = env['DATABASE_URL'] || 'file:data/in-practice.db';
  const token = env['DATABASE_AUTH_TOKEN'];
  if (!token || url.startsWith('file:')) return url;
  const withToken = new URL(url);
  withToken.searchParams.set('authToken', token);
  return withToken.href;
}
