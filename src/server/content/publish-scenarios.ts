import { createHash, randomUUIDv7 } from 'node:crypto';
import type { Scenario } from '#domain/scenario/schema.ts';
import { currentHashes, findVersion, publishVersion, withdrawScenario, type Database } from '#db';
import { checkProved, checkScenario, checkWritten } from '#domain/scenario/check/check-scenario.ts';
import { onlyForm } from '#domain/scenario/forms.ts';
import type { Problem } from '#domain/scenario/check/problem.ts';
import { ContentError } from './content-error.ts';
import { citableNames } from './read-frameworks.ts';
import { readShippedPolicy } from './read-policy.ts';
import { readProof } from './read-proof.ts';
import { listScenarios, readScenario } from './read-scenario.ts';
import { readStyle } from './read-style.ts';

/** A scenario as the one text that its hash is taken over. */
export const canonicalText = (scenario: Scenario): string => JSON.stringify(scenario);

/** A version's name for ever: the SHA-256 of its canonical text. */
export const contentHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex');

/**
 * Publishes every scenario file that has changed, and withdraws those that are gone. Nothing is
 * published while any file has a problem. What a file says is checked every time; only playing every
 * path is left out, for a version already stored and for one whose proof lies beside it.
 */
export async function publishScenarios(
  db: Database,
  { at = new Date().toISOString(), say = (_line: string): void => {} } = {},
): Promise<string[]> {
  const slugs = await listScenarios();
  const current = await currentHashes(db);
  const names = await citableNames();
  const policy = await readShippedPolicy();
  const changed: Parameters<typeof publishVersion>[1][] = [];
  const problems = [];
  for (const slug of slugs) {
    const { read } = await readScenario(slug);
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    const content = canonicalText(read.value);
    const hash = contentHash(content);
    const locate = ({ code, path, message, remedy }: Problem) =>
      read.locate(code, path, message, remedy);
    const stored = await findVersion(db, hash);
    if (stored) {
      problems.push(...checkWritten(read.value, names).map(locate));
      if (current.get(slug) !== hash) changed.push(stored);
      continue;
    }
    const fewest = policy.publish['fewest-anchors'];
    const proof = await readProof(slug, hash);
    if (!proof) say(`Checking every path of "${slug}" ...`);
    const checked = proof
      ? checkProved(read.value, proof.anchors, names, fewest)
      : checkScenario(read.value, names, fewest, await readStyle());
    problems.push(...checked.problems.map(locate));
    const { title, level } = read.value;
    const anchors = read.value.forms ? checked.anchorsByForm : checked.anchorsByForm[onlyForm];
    changed.push({ hash, slug, title, level, content, anchors: JSON.stringify(anchors ?? []) });
  }
  if (problems.length) throw new ContentError(problems);
  for (const version of changed) await publishVersion(db, version, randomUUIDv7(), at);
  for (const slug of current.keys())
    if (!slugs.includes(slug)) await withdrawScenario(db, slug, randomUUIDv7(), at);
  return changed.map((version) => version.slug);
}
