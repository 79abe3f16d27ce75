import type { Imported } from './import-file.ts';

/** What was done as fields of an address, for the page that is shown after it. */
export const toImportedQuery = (done: Imported): Record<string, string> =>
  Object.fromEntries(Object.entries(done).map(([name, value]) => [name, String(value)]));

const of = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** What was done in sentences, from the fields of an address; nothing where it says nothing of the sort. */
export function sayImported(query: URLSearchParams): string[] | undefined {
  const kind = query.get('kind');
  if (kind !== 'staff' && kind !== 'training') return undefined;
  const count = (name: Exclude<keyof Imported, 'kind'>) => {
    const said = query.get(name) ?? '';
    return /^\d{1,5}$/.test(said) ? Number(said) : 0;
  };
  const [added, already, left] = [count('added'), count('already'), count('left')];
  const sentences =
    kind === 'training'
      ? [
          `${of(added, 'training record', 'training records')} added. ${already} stood there already.`,
        ]
      : [
          `${of(added, 'person', 'people')} added, ${count('linked')} matched with people here, ${count('changed')} changed, ${already} as before.`,
        ];
  if (kind === 'staff' && added)
    sentences.push('Whoever is new gets in once you give them a way in, on their page.');
  if (left) sentences.push(`${of(left, 'line is', 'lines are')} still to mend or to decide.`);
  return sentences;
}
