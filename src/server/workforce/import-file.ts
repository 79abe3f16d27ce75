import type { Malformed } from '#domain/access/problem.ts';
import type { Person } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { CsvProblem } from '#domain/training/read-table.ts';
import { settleStaff, type StaffChoices } from '#domain/workforce/settle-staff.ts';
import { isConflict, writeStaff, type Database } from '#db';
import { listRoleCategories } from '../list-role-categories.ts';
import { malformed } from '../malformed.ts';
import { insertTrainingRows } from '../training/import-training.ts';
import { previewWorkforceFile } from './preview-file.ts';
import { toWrite } from './to-write.ts';

/** What was done: people or training records by what became of them, and lines left to mend or decide. */
export interface Imported {
  kind: 'staff' | 'training';
  added: number;
  linked: number;
  changed: number;
  /** Stood there already just so. */
  already: number;
  left: number;
}

/** How often it is read again when somebody brings the same people in the same moment. */
const mostTries = 3;

/**
 * Takes a staff or training file in, all of what is right in it at once. It is read and checked anew:
 * what a page showed before is not believed. The same file again changes nothing.
 */
export async function importWorkforceFile(
  db: Database,
  manager: Person,
  text: string,
  choices: StaffChoices,
  at = new Date().toISOString(),
): Promise<Result<Imported, Malformed | { code: 'not-found' }>> {
  for (let tries = 1; ; tries += 1) {
    const read = await previewWorkforceFile(db, manager, text, at);
    if (!read.ok) return read;
    const preview = read.value;
    if (preview.kind === 'refused')
      return refuse(malformed('file', preview.problems[0]?.message ?? 'It cannot be read.'));
    if (preview.kind === 'training') {
      const { good, problems } = preview;
      const added = await insertTrainingRows(db, manager, good, at);
      const already = good.length - added;
      return ok({
        ...{ kind: 'training', added, linked: 0, changed: 0, already },
        left: linesOf(problems),
      });
    }
    const { plan } = preview;
    const categories = new Set((await listRoleCategories()).map(({ id }) => id));
    const settled = settleStaff(plan, choices, categories);
    if (!settled.ok) return refuse(malformed(settled.problem.field, settled.problem.message));
    const { add, link, waiting } = settled.value;
    try {
      const write = toWrite(plan, settled.value, { by: manager.id, at });
      if (add.length + link.length + plan.changed.length > 0)
        await writeStaff(db, write, { by: manager.id, at });
    } catch (reason) {
      if (tries < mostTries && isConflict(reason)) continue;
      throw reason;
    }
    return ok({
      ...{ kind: 'staff', added: add.length, linked: link.length, changed: plan.changed.length },
      already: plan.unchanged.length,
      left: linesOf(plan.problems) + waiting,
    });
  }
}

const linesOf = (problems: readonly CsvProblem[]) => new Set(problems.map(({ line }) => line)).size;
