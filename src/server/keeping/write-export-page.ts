import { londonDate, sayTime } from '#domain/london-time.ts';
import { labelField, leftOutTitles, recordSections } from '#domain/keeping/record-sections.ts';
import type { RecordExport } from './gather-export.ts';

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

// Read from a disk, without the service: all it needs is in it.
const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; color: #1b2a32; background: #fff; max-width: 46rem;
    margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
  h1, h2 { line-height: 1.2; } h2 { margin-top: 2.5rem; border-top: 2px solid #1b2a32; padding-top: 0.5rem; }
  article { border: 1px solid #8a979e; border-radius: 6px; padding: 0.5rem 0.75rem; margin: 0.75rem 0;
    break-inside: avoid-page; }
  dl { margin: 0; } dt { font-weight: 700; margin-top: 0.4rem; } dd { margin: 0; white-space: pre-line; }
  .quiet { color: #4a5a63; }
  @media (min-width: 36rem) { article dl { display: grid; grid-template-columns: 12rem 1fr; gap: 0.3rem 1rem; }
    dt { margin-top: 0; } }
  @media print { body { max-width: none; padding: 0; } a { color: inherit; } }`;

const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

type Known = RecordExport['names'];

/** A value as a reader is told it: names for ids, days and times in words, lists line by line. */
function say(value: unknown, known: Known): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'string') {
    if (isTime.test(value)) return sayTime(value);
    return (
      known.people[value] ??
      known.places[value] ??
      known.competencies[value] ??
      known.scenarios[value] ??
      value
    );
  }
  if (Array.isArray(value)) return value.map((one) => say(one, known)).join('\n') || 'none';
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, one]) => `${labelField(name)}: ${say(one, known)}`)
      .join('\n');
  return String(value);
}

const field = (name: string, words: string) => `<dt>${escape(name)}</dt><dd>${escape(words)}</dd>`;

const isEmpty = (value: unknown) =>
  value === null || value === '' || (Array.isArray(value) && !value.length);

/** One entry; what says yes or no is stored as 1 or 0. */
const yesOrNo = new Set(['shared', 'harmful', 'nonRoutine', 'recovered', 'accepted', 'everywhere']);

function writeEntry(
  table: string,
  entry: Record<string, unknown>,
  { told, names }: RecordExport,
): string {
  const { id, ...rest } = entry;
  const shown = Object.entries(rest).filter(
    ([name, value]) => !isEmpty(value) && name !== 'personId',
  );
  const fields = shown.map(([name, value]) =>
    field(labelField(name), yesOrNo.has(name) ? (value ? 'yes' : 'no') : say(value, names)),
  );
  // Last: it only says which entries of other parts belong to this one.
  if (id) fields.push(field('Number', String(id)));
  const move = table === 'moves' ? told[String(entry['id'])] : undefined;
  const words = move
    ? [
        field('What was asked', move.asked),
        field('What they chose', move.chosen),
        field('How it came out', `${move.came}. ${move.why}`),
      ]
    : [];
  return `<article><dl>${[...words, ...fields].join('')}</dl></article>`;
}

/** What an export is called when it is saved, without the end. */
export const nameExport = ({ person, madeAt }: RecordExport): string =>
  `record-${String(person['username']).replaceAll(/[^a-z0-9.-]/g, '')}-${londonDate(madeAt)}`;

/** An export as one page to be read, printed and kept: complete, and without anything from elsewhere. */
export function writeExportPage(record: RecordExport): string {
  const { person, records, audit, acts, leftOut, names, madeAt, takenBy } = record;
  const name = String(person['name']);
  const sections = Object.entries(recordSections).map(([table, { title, about }]) => {
    const entries = records[table] ?? [];
    return `<section><h2>${escape(title)}</h2><p class="quiet">${escape(about)}</p>${
      entries.map((entry) => writeEntry(table, entry, record)).join('') || '<p>Nothing is held.</p>'
    }</section>`;
  });
  const list = (lines: string[]) =>
    lines.length
      ? `<ul>${lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul>`
      : '<p>Nothing is held.</p>';
  const { id, ...told } = person;
  const who = Object.entries({ ...told, number: id }).map(([key, value]) =>
    field(
      labelField(key),
      yesOrNo.has(key)
        ? value
          ? 'yes'
          : 'no'
        : key === 'number'
          ? String(value)
          : say(value, names),
    ),
  );
  const nameOf = (table: string) => recordSections[table]?.title ?? leftOutTitles[table] ?? table;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(`Everything held about ${name}`)}</title>
<style>${style}</style>
</head>
<body>
<h1>Everything held about ${escape(name)}</h1>
<p>Taken on ${escape(sayTime(madeAt))} by ${escape(takenBy === 'themself' ? name : takenBy)}. It is private:
keep it where nobody else reads it. What is empty is left away here; the data file has the same with all of its
fields. Scenarios show judgement. Observations show practice. It awards nothing.</p>
<article><dl>${who.join('')}</dl></article>
${sections.join('\n')}
<section><h2>What was noted about this record</h2>
<p class="quiet">Who read or changed something of it: names of actions, never what it said.</p>
${list(audit.map(({ at, actor, what }) => `${sayTime(at)}: ${names.people[actor] ?? actor}, ${what}`))}</section>
<section><h2>In the records of others</h2>
<p class="quiet">What they did there, counted. What those records say belongs to the others.</p>
${list(acts.map(({ did, times }) => `${did}: ${times}`))}</section>
<section><h2>What is not in here, and why</h2>
${list(
  leftOut.map(
    ({ from, what, why, rows }) =>
      `${nameOf(from)}${what === '*' ? '' : `, ${what.replaceAll('_', ' ')}`}${
        rows ? ` (${rows})` : ''
      }: ${why}`,
  ),
)}</section>
</body>
</html>
`;
}
