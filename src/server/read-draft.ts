import type { Person } from '#domain/access/person.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { findObservation, findPerson, type Database, type StoredObservation } from '#db';
import { criteriaOf, type Criterion } from '#domain/certificate/criteria.ts';
import type { ObservationTemplate } from '#domain/observation/template.ts';
import { readFrameworks } from './content/read-frameworks.ts';
import { readObservationTemplates } from './content/read-observation-templates.ts';
import { readKept, type KeptDraft } from './practice/keep-draft.ts';
import { listCompetencies, type NamedCompetency } from './list-competencies.ts';
import { findOwnDraft } from './sign-observation.ts';

/** The observer's own draft, with what is needed to fill it in. */
export interface ReadDraft {
  draft: StoredObservation;
  person: Person;
  competencies: NamedCompetency[];
  /** The signed observation that this one corrects, to begin from. */
  corrects: StoredObservation | null;
  /** What to look for, if it was begun with a template, and the criteria that it can show. */
  template: (ObservationTemplate & { criteria: Criterion[] }) | null;
  /** What was typed and kept to be finished later. */
  kept: KeptDraft | null;
}

/** Opens a draft for its observer. Once signed it is found as signed, so that the page can go there. */
export async function readDraft(
  db: Database,
  observer: Person,
  id: string,
): Promise<Result<ReadDraft, { code: 'not-found' } | { code: 'already-signed' }>> {
  const draft = await findOwnDraft(db, observer, id);
  if (!draft) {
    const signed = await findObservation(db, id);
    const own = signed?.signedAt && signed.observerId === observer.id;
    return refuse({ code: own ? 'already-signed' : 'not-found' });
  }
  const [person, known, corrects, templates, { certificate }] = await Promise.all([
    findPerson(db, draft.personId),
    listCompetencies(),
    draft.supersedes ? findObservation(db, draft.supersedes) : undefined,
    readObservationTemplates(),
    readFrameworks(),
  ]);
  const template = templates.find((one) => one.id === draft.template);
  const practice = new Set(template?.practice);
  return ok({
    draft,
    person: person!,
    competencies: known.filter((one) => draft.competencies.includes(one.id)),
    corrects: corrects ?? null,
    template: template
      ? { ...template, criteria: criteriaOf(certificate).filter(({ id }) => practice.has(id)) }
      : null,
    kept: readKept(draft.draft),
  });
}
