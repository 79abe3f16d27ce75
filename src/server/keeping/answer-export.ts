import type { Result } from '#domain/result.ts';
import { goTo } from '../go-to.ts';
import type { ExportRefusal, RecordExport } from './gather-export.ts';
import { nameExport, writeExportPage } from './write-export-page.ts';

const kinds = {
  json: {
    type: 'application/json; charset=utf-8',
    write: (record: RecordExport) => `${JSON.stringify(record, null, 2)}\n`,
  },
  html: { type: 'text/html; charset=utf-8', write: writeExportPage },
} as const;

/**
 * An export as a file to save. Never shown in the browser itself, where it would stay behind in a tab.
 * Somebody who is observing is sent to the page that says why not.
 */
export function answerFile(
  gathered: Result<RecordExport, ExportRefusal>,
  kind: keyof typeof kinds,
): Response {
  if (!gathered.ok) {
    const { problem } = gathered;
    if (problem.code === 'observing') return goTo(`/people/${problem.person.id}/export`);
    return new Response(null, { status: 404 });
  }
  const { type, write } = kinds[kind];
  return new Response(write(gathered.value), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${nameExport(gathered.value)}.${kind}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
