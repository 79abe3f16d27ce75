import { join } from 'node:path';

/** Where scenarios and frameworks lie: beside the process, in the project's own folder. */
export const contentFolder = () => process.env['CONTENT_DIR'] ?? join(process.cwd(), 'scenarios');

/** Makes a reader that reads the content folder once, and once more where it is told of another folder. */
export function readOnce<Value>(read: (folder: string) => Promise<Value>): () => Promise<Value> {
  const kept = new Map<string, Promise<Value>>();
  return () => {
    const folder = contentFolder();
    const value = kept.get(folder) ?? read(folder);
    kept.set(folder, value);
    return value;
  };
}
