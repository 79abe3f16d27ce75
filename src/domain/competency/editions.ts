import { sayDate } from '../london-time.ts';
import type { CareCertificate } from './frameworks.ts';

const inOrder = new Intl.Collator('en', { numeric: true });

/** The editions of one framework, the newest first: 2025 before 2015, 0.10 before 0.9. */
export const newestFirst = <Framework extends { edition: string }>(editions: Framework[]) =>
  editions.toSorted((a, b) => inOrder.compare(b.edition, a.edition));

/** What a scenario cites: outcomes of the Care Certificate, of the current edition unless it names one. */
export interface Citing {
  certificate: readonly string[];
  'certificate-edition'?: string | undefined;
}

/** The edition of the Care Certificate that a scenario cites, of those given newest first. */
export const citedEdition = (
  editions: readonly CareCertificate[],
  scenario: Citing,
): CareCertificate | undefined => {
  const named = scenario['certificate-edition'];
  return named === undefined ? editions[0] : editions.find(({ edition }) => edition === named);
};

/** The ids of all outcomes of an edition, in its order. */
export const outcomesOf = ({ standards }: CareCertificate): string[] =>
  Object.values(standards).flatMap(({ outcomes }) => Object.keys(outcomes));

/** The publisher's own number of an outcome, or nothing where it is not confirmed for the edition. */
export const officialCode = (id: string, { sure }: { sure: 'yes' | 'no' }): string | null =>
  sure === 'yes' && /^CC-\d+\.\d+$/.test(id) ? id.slice('CC-'.length) : null;

const months = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** An edition as people say it: 2025, July 2024, 9 April 2025, 0.1. */
export function sayEdition(edition: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(edition)) return sayDate(edition);
  return /^\d{4}-\d\d$/.test(edition) ? months.format(new Date(`${edition}-01T00:00Z`)) : edition;
}

/** A framework and its edition in the middle of a sentence. */
export const nameEdition = ({ title, edition }: { title: string; edition: string }): string =>
  `${title.replace(/^The /, 'the ')} (edition ${sayEdition(edition)})`;
