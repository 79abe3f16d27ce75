import { ok, refuse, type Result } from '../domain/result.ts';
import { makeDatabaseFolder } from './make-database-folder.ts';
import type { Settings } from './read-settings.ts';

/** Readies the database and the scenarios; content that cannot be used comes back line by line. */
export async function prepareService({
  databaseUrl,
  sample,
}: Pick<Settings, 'databaseUrl' | 'sample'>): Promise<
  Result<{ lines: string[] }, { lines: string[] }>
> {
  // The pages open the database by this name too, and must open the same one.
  process.env.DATABASE_URL = databaseUrl;
  makeDatabaseFolder(databaseUrl);
  const { prepare } = await import('#server/prepare.ts');
  try {
    return ok(await prepare({ url: databaseUrl, sample }));
  } catch (error) {
    if (isContentProblem(error)) return refuse({ lines: error.lines });
    throw error;
  }
}

const isContentProblem = (error: unknown): error is Error & { lines: string[] } =>
  error instanceof Error && 'lines' in error && Array.isArray(error.lines);
