import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  CareCertificate,
  Competencies,
  LevelDescriptors,
  RoleCategories,
} from '#domain/competency/frameworks.ts';
import type { Frameworks } from '#domain/scenario/check/problem.ts';
import { ContentError } from './content-error.ts';
import { readYaml } from './read-yaml.ts';

/** Where scenarios and frameworks lie: beside the process, in the project's own folder. */
export const contentFolder = () => process.env['CONTENT_DIR'] ?? join(process.cwd(), 'scenarios');

async function readFramework<Schema extends z.ZodType>(name: string, schema: Schema) {
  const file = join(contentFolder(), 'frameworks', `${name}.yaml`);
  const read = readYaml(file, await readFile(file, 'utf8'), schema);
  if (!read.ok) throw new ContentError(read.problems);
  return read.value;
}

let kept: ReturnType<typeof readAll> | undefined;
async function readAll() {
  const [competencies, certificate, descriptors, roles] = await Promise.all([
    readFramework('competencies', Competencies),
    readFramework('care-certificate', CareCertificate),
    readFramework('level-descriptors', LevelDescriptors),
    readFramework('role-categories', RoleCategories),
  ]);
  return { competencies, certificate, descriptors, roles };
}

/** The frameworks that scenarios cite and pages name. Read once a process. */
export const readFrameworks = () => (kept ??= readAll());

/** The ids that a scenario may cite. */
export async function citableNames(): Promise<Frameworks> {
  const { competencies, certificate, descriptors } = await readFrameworks();
  return {
    competencies: new Set(Object.keys(competencies.competencies)),
    indicators: new Set(Object.keys(descriptors.indicators)),
    outcomes: new Set(
      Object.values(certificate.standards).flatMap((standard) => Object.keys(standard.outcomes)),
    ),
  };
}
