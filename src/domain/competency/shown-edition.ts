import type { z } from 'zod';
import { sayEdition } from './editions.ts';
import type { heading } from './heading.ts';

/** One line of a framework, as a page shows it. */
export interface ShownLine {
  /** A code that may be shown: the publisher's where it is confirmed, or plainly our own. */
  code: string | null;
  title: string;
  /** Further sentences, if there are any. */
  says: string[];
  /** What is not confirmed for the edition, in words; nothing where all of it is. */
  unsure: string | null;
}

/** A part of a framework that can be folded away. */
export interface ShownPart {
  title: string;
  about: string | null;
  unsure: string | null;
  lines: ShownLine[];
}

/** One edition of a framework, as a page shows it. */
export interface ShownEdition {
  title: string;
  publisher: string;
  edition: string;
  about: string;
  confidence: string;
  changing: string | null;
  sources: { title: string; url: string }[];
  parts: ShownPart[];
}

type Heading = { [Field in keyof typeof heading]: z.infer<(typeof heading)[Field]> };

/** Begins to show an edition: what it says of itself. */
export const showHeading = (
  one: Omit<Heading, 'changing'> & { changing?: string | undefined },
  parts: ShownPart[],
): ShownEdition => ({
  title: one.title,
  publisher: one.publisher,
  edition: sayEdition(one.edition),
  about: one.about,
  confidence: one.confidence,
  changing: one.changing ?? null,
  sources: one.sources,
  parts,
});

/** The words beside what nobody has checked against the edition at hand. */
export const notConfirmed = (what: string): string => `${what} not confirmed for this edition`;

/** How many of a part's lines, and the part itself, hold something that is not confirmed. */
export const countUnsure = ({ unsure, lines }: ShownPart): number =>
  [unsure, ...lines.map((line) => line.unsure)].filter((one) => one !== null).length;
