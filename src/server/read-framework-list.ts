import {
  showCertificate,
  showCqc,
  showDescriptors,
  showMap,
  showRoles,
} from '#domain/competency/show-frameworks.ts';
import type { ShownEdition } from '#domain/competency/shown-edition.ts';
import { readFrameworks } from './content/read-frameworks.ts';

/** A framework with its editions, as a page shows them: the current one, and those before it. */
export interface ListedFramework {
  id: string;
  current: ShownEdition;
  older: ShownEdition[];
}

const listed = (id: string, [current, ...older]: ShownEdition[]): ListedFramework => ({
  id,
  current: current!,
  older,
});

/** Lists every framework that scenarios, observations and profiles rest on, in all its editions. */
export async function readFrameworkList(from = readFrameworks()): Promise<ListedFramework[]> {
  const { competencies, certificate, cqc, editions } = await from;
  return [
    listed(
      'competencies',
      editions.competencies.map((one) => showMap(one, certificate, cqc)),
    ),
    listed('care-certificate', editions.certificate.map(showCertificate)),
    listed('level-descriptors', editions.descriptors.map(showDescriptors)),
    listed('role-categories', editions.roles.map(showRoles)),
    listed(
      'cqc',
      editions.cqc.map((one) => showCqc(one, competencies)),
    ),
  ];
}
