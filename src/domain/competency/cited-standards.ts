import { officialCode, sayEdition } from './editions.ts';
import type { CareCertificate } from './frameworks.ts';

/** What a scenario cites of the Care Certificate, told with how sure it is. */
export interface CitedStandards {
  /** The edition, as people say it. */
  edition: string;
  /** Standards by number; one whose title is not confirmed for the edition says so. */
  standards: { number: string; title: string; confirmed: boolean }[];
  /** Official codes of the outcomes that are confirmed for the edition. */
  codes: string[];
  /** How many outcomes it cites whose codes are not. */
  unconfirmed: number;
}

/** Tells what outcomes stand for in one edition: an unsure code is counted, never shown. */
export function citedStandards(
  { edition, standards }: CareCertificate,
  cited: readonly string[],
): CitedStandards {
  const found = Object.entries(standards).filter(([, { outcomes }]) =>
    cited.some((id) => Object.hasOwn(outcomes, id)),
  );
  const codes = found
    .flatMap(([, { outcomes }]) => Object.entries(outcomes))
    .filter(([id]) => cited.includes(id))
    .map(([id, outcome]) => officialCode(id, outcome));
  return {
    edition: sayEdition(edition),
    standards: found.map(([number, { title, sure }]) => ({
      number,
      title,
      confirmed: sure === 'yes',
    })),
    codes: codes.filter((code) => code !== null),
    unconfirmed: codes.filter((code) => code === null).length,
  };
}

/** Says how many codes are not confirmed for the edition cited, or nothing where all of them are. */
export function sayUnconfirmed({ edition, codes, unconfirmed }: CitedStandards): string | null {
  if (!unconfirmed) return null;
  if (!codes.length) return `No outcome code confirmed for edition ${edition}`;
  return `${unconfirmed} of ${codes.length + unconfirmed} outcome codes not confirmed for edition ${edition}`;
}
