import { sayDate } from '../london-time.ts';
import type { WorkforceCodes } from './codes.ts';
import type { RecordedFacts } from './record.ts';

/** One fact in words. */
export interface DescribedFact {
  title: string;
  says: string;
}

/** What is said where the data set says nothing. */
export const notSaid = 'Not said';

const titleOf = (known: Readonly<Record<string, string>>, code: string): string =>
  code ? (known[code] ?? `Code ${code}`) : notSaid;

/** A code that may have a detail behind it, such as a year or a level. */
function withDetail(known: Readonly<Record<string, string>>, text: string, detail: string): string {
  const [code = '', more] = text.split(';');
  return titleOf(known, code) + (more ? `, ${detail}${more}` : '');
}

/** What the data set says of somebody in words, always the same facts in the same order. */
export function describeFacts(facts: RecordedFacts, codes: WorkforceCodes): DescribedFact[] {
  const { socialCare, other, achieved } = facts.qualifications;
  const pathway = codes.pathway[facts.pathwayCategory]?.title ?? facts.pathwayCategory;
  return [
    { title: 'Name in the data set', says: facts.displayId },
    { title: 'Main job role', says: titleOf(codes['job-roles'], facts.mainJobRole) },
    { title: 'Employment', says: titleOf(codes.employment, facts.employmentStatus) },
    { title: 'Started', says: facts.startedOn ? sayDate(facts.startedOn) : notSaid },
    {
      title: 'Care Certificate',
      says: titleOf(codes['care-certificate'], facts.careCertificate),
    },
    {
      title: 'Level 2 Adult Social Care Certificate',
      says: withDetail(codes['level-2-care-certificate'], facts.level2CareCertificate, ''),
    },
    { title: 'Role category', says: pathway || notSaid },
    {
      title: 'Highest social care qualification',
      says: withDetail(codes.qualification, socialCare, 'level '),
    },
    {
      title: 'Highest other qualification',
      says: withDetail(codes.qualification, other, 'level '),
    },
    {
      title: 'Qualifications achieved',
      says:
        achieved.map(({ code, year }) => `code ${code}${year ? ` in ${year}` : ''}`).join(', ') ||
        notSaid,
    },
  ];
}

/** What of somebody's facts a file would change, in words. */
export function differences(
  before: RecordedFacts,
  after: RecordedFacts,
  codes: WorkforceCodes,
): { title: string; from: string; to: string }[] {
  const now = describeFacts(after, codes);
  return describeFacts(before, codes).flatMap(({ title, says }, at) => {
    const to = now[at]!.says;
    return says === to ? [] : [{ title, from: says, to }];
  });
}
