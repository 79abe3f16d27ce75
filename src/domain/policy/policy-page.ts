import type { Policy } from '../profile/policy.ts';
import type { SectionChange } from './compare-policies.ts';

/** A policy that was adopted here: from when it held, and who adopted it why. */
export interface Adopted {
  version: string;
  adoptedAt: string;
  /** Nobody, for the one that a service begins with. */
  adoptedBy: string | null;
  reason: string;
}

/** One policy as everybody may read it. */
export interface PolicyPage {
  policy: Policy;
  adopted: Adopted;
  inForce: boolean;
  /** When the next one took its place. */
  until: string | null;
  /** The one before, and what changed from it. */
  before: { version: string; changes: SectionChange[] } | null;
  /** Every other one ever adopted, the newest first. */
  others: Adopted[];
  /** What the product proposes now and has not been adopted here, for those who may. */
  proposal: { version: string; changes: SectionChange[] } | null;
  titles: Record<string, string>;
}
