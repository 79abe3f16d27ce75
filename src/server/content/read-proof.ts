import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CompetencyId, Id, Level } from '#domain/scenario/words.ts';
import { contentFolder } from './content-folder.ts';

const Anchor = z.strictObject({
  name: Id,
  level: Level,
  competency: CompetencyId,
  weight: z.number().positive(),
  scenes: z.array(Id).min(1),
});

/** What exploring one version of a scenario found, kept beside it so that a start need not do it again. */
export const Proof = z.strictObject({
  /** The version that was explored. Any edit makes another one, which this says nothing about. */
  version: z.string().regex(/^[0-9a-f]{64}$/),
  /** How many distinct moments there are, all forms together. */
  moments: z.int().positive(),
  /** The anchors of each form. */
  anchors: z.record(z.string(), z.array(Anchor)),
});
export type Proof = z.infer<typeof Proof>;

const fileOf = (slug: string) => join(contentFolder(), slug, 'proof.json');

/**
 * The proof of a version, where there is one and it is of that very version. A test explores every
 * scenario again and compares, so a proof that was not earned does not get past it.
 */
export async function readProof(slug: string, version: string): Promise<Proof | undefined> {
  try {
    const read = Proof.safeParse(JSON.parse(await readFile(fileOf(slug), 'utf8')));
    return read.success && read.data.version === version ? read.data : undefined;
  } catch {
    // None, or none that can be read: the scenario is explored instead.
    return undefined;
  }
}

/** Keeps the proof of a version beside its scenario. */
export const writeProof = (slug: string, proof: Proof): Promise<void> =>
  writeFile(fileOf(slug), `${JSON.stringify(proof, null, 2)}\n`);
