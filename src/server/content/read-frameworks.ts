import { join } from 'node:path';
import { Cqc } from '#domain/competency/cqc.ts';
import { outcomesOf } from '#domain/competency/editions.ts';
import {
  CareCertificate,
  Competencies,
  LevelDescriptors,
  RoleCategories,
} from '#domain/competency/frameworks.ts';
import type { Frameworks } from '#domain/scenario/check/problem.ts';
import { checkLinks } from './check-links.ts';
import { ContentError } from './content-error.ts';
import { readOnce } from './content-folder.ts';
import { readEditions, type ReadEdition } from './read-editions.ts';
import type { ContentProblem } from './read-yaml.ts';

/** Every edition of every framework of a folder, each list with the newest first. */
export interface AllEditions {
  competencies: readonly Competencies[];
  certificate: readonly CareCertificate[];
  descriptors: readonly LevelDescriptors[];
  roles: readonly RoleCategories[];
  cqc: readonly Cqc[];
}

const bare = <Framework>(editions: readonly ReadEdition<Framework>[]): Framework[] =>
  editions.map(({ framework }) => framework);

/** Reads the frameworks of a folder: the current edition of each by name, and all of them. */
export async function readFrameworksIn(folder: string) {
  const problems: ContentProblem[] = [];
  const [competencies, certificate, descriptors, roles, cqc] = await Promise.all([
    readEditions(join(folder, 'competencies'), Competencies, problems),
    readEditions(join(folder, 'care-certificate'), CareCertificate, problems),
    readEditions(join(folder, 'level-descriptors'), LevelDescriptors, problems),
    readEditions(join(folder, 'role-categories'), RoleCategories, problems),
    readEditions(join(folder, 'cqc'), Cqc, problems),
  ]);
  // What could not be read is not there to be linked to: say that first.
  if (!problems.length) problems.push(...checkLinks(competencies[0]!, certificate[0]!, cqc[0]!));
  if (problems.length) throw new ContentError(problems);
  const editions: AllEditions = {
    competencies: bare(competencies),
    certificate: bare(certificate),
    descriptors: bare(descriptors),
    roles: bare(roles),
    cqc: bare(cqc),
  };
  return {
    competencies: editions.competencies[0]!,
    certificate: editions.certificate[0]!,
    descriptors: editions.descriptors[0]!,
    roles: editions.roles[0]!,
    cqc: editions.cqc[0]!,
    editions,
  };
}

/** The frameworks that scenarios cite and pages name. Read once for each folder. */
export const readFrameworks = readOnce((folder) => readFrameworksIn(join(folder, 'frameworks')));

/** The ids that a scenario may cite; outcomes by the edition of the Care Certificate, newest first. */
export async function citableNames(from = readFrameworks()): Promise<Frameworks> {
  const { competencies, descriptors, editions } = await from;
  return {
    competencies: new Set(Object.keys(competencies.competencies)),
    indicators: new Set(Object.keys(descriptors.indicators)),
    outcomes: new Map(editions.certificate.map((one) => [one.edition, new Set(outcomesOf(one))])),
  };
}
