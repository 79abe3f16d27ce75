import { sayDate } from '../london-time.ts';
import { citedStandards, sayUnconfirmed } from './cited-standards.ts';
import type { Cqc } from './cqc.ts';
import { officialCode } from './editions.ts';
import type {
  CareCertificate,
  Competencies,
  LevelDescriptors,
  RoleCategories,
} from './frameworks.ts';
import { notConfirmed, showHeading, type ShownEdition, type ShownLine } from './shown-edition.ts';

const kindWords = {
  knowledge: 'Can be shown by what somebody says or decides.',
  practice: 'Must be seen at work.',
  mixed: 'Needs both: what somebody says or decides, and being seen at work.',
};

/** Shows the Care Certificate by its standards. A code that is not confirmed is left out. */
export const showCertificate = (one: CareCertificate): ShownEdition =>
  showHeading(
    one,
    Object.entries(one.standards).map(([number, { title, sure, outcomes }]) => ({
      title: `${number} ${title}`,
      about: null,
      unsure: sure === 'yes' ? null : notConfirmed('Title'),
      lines: Object.entries(outcomes).map(([id, outcome]) => {
        const code = officialCode(id, outcome);
        return {
          code,
          title: outcome.statement,
          says: [kindWords[outcome.kind]],
          unsure: code === null ? notConfirmed('Code') : null,
        };
      }),
    })),
  );

const strandWords = {
  'knowledge-and-understanding': 'Knowledge and understanding',
  skills: 'Skills',
  'occupational-competence': 'Occupational competence',
  'autonomy-and-accountability': 'Autonomy and accountability',
};

/** Shows what the levels look like, level by level and strand by strand. */
export function showDescriptors(one: LevelDescriptors): ShownEdition {
  const indicators = Object.entries(one.indicators);
  const parts = ([2, 3] as const).flatMap((level) =>
    Object.entries(strandWords).map(([strand, words]) => ({
      title: `Level ${level}: ${words}`,
      about: null,
      unsure: null,
      lines: indicators
        .filter(([, each]) => each.level === level && each.strand === strand)
        .map(([code, { text }]): ShownLine => ({ code, title: text, says: [], unsure: null })),
    })),
  );
  return showHeading(one, parts);
}

const unsureWords = { about: 'what they do', 'direct-care': 'whether it is direct care' };

/** Shows the Care Workforce Pathway: its role categories and its values. */
export function showRoles(one: RoleCategories): ShownEdition {
  const categories = Object.values(one.categories).map((role): ShownLine => ({
    code: null,
    title: role.title,
    says: [
      role.about,
      `${role['direct-care'] ? 'Direct care' : 'Not direct care'}. In the pathway since ${sayDate(role.since)}.`,
    ],
    unsure: role.unsure.length
      ? `Not confirmed for this edition: ${role.unsure.map((field) => unsureWords[field]).join(', ')}`
      : null,
  }));
  const values = Object.values(one.values).map((value): ShownLine => ({
    code: null,
    title: value.title,
    says: [value.about],
    unsure: value.sure === 'yes' ? null : notConfirmed('Name'),
  }));
  return showHeading(one, [
    { title: 'Role categories', about: null, unsure: null, lines: categories },
    { title: 'Values', about: null, unsure: null, lines: values },
  ]);
}

/** Shows the key questions with their statements, and the competencies that bear on each. */
export function showCqc(one: Cqc, map: Competencies): ShownEdition {
  const bearing = (statement: string) =>
    Object.entries(one.links)
      .filter(([, statements]) => statements.includes(statement))
      .map(([id]) => map.competencies[id]?.title ?? id);
  return showHeading(
    one,
    Object.entries(one['key-questions']).map(([question, { about, statements }]) => ({
      title: question,
      about,
      unsure: null,
      lines: Object.entries(statements).map(([id, { title, about: says, sure }]): ShownLine => {
        const bears = bearing(id);
        return {
          code: null,
          title,
          says: [says, ...(bears.length ? [`By our reading: ${bears.join('; ')}.`] : [])],
          unsure: sure === 'yes' ? null : notConfirmed('Name'),
        };
      }),
    })),
  );
}

/** Shows the competency map with what each competency bears on elsewhere. */
export function showMap(one: Competencies, certificate: CareCertificate, cqc: Cqc): ShownEdition {
  const lines = Object.entries(one.competencies).map(([id, competency]): ShownLine => {
    const cited = citedStandards(certificate, competency.certificate);
    const standards = cited.standards.map(
      ({ number, title, confirmed }) =>
        `${number} ${title}${confirmed ? '' : ' (title not confirmed)'}`,
    );
    // The key questions stay when the statements under them are replaced.
    const questions = Object.entries(cqc['key-questions'])
      .filter(([, { statements }]) =>
        cqc.links[id]?.some((each) => Object.hasOwn(statements, each)),
      )
      .map(([question]) => question);
    return {
      code: id,
      title: competency.title,
      says: [
        competency.about,
        `Care Certificate ${cited.edition}: ${standards.join('; ')}.`,
        ...(questions.length ? [`Care Quality Commission: ${questions.join('; ')}.`] : []),
      ],
      unsure: sayUnconfirmed(cited),
    };
  });
  return showHeading(one, [{ title: 'Competencies', about: null, unsure: null, lines }]);
}
