import { toFields } from '#domain/policy/draft-policy.ts';
import type { Policy } from '#domain/profile/policy.ts';

/** A policy's form as a manager sends it, with some fields written otherwise. */
export const policyForm = (base: Policy, more: Record<string, string> = {}) => {
  const fields: Record<string, string> = {
    basedOn: base.version,
    reason: 'The managers of the service talked it over.',
    wordsHold: 'on',
    ...toFields(base),
    ...more,
  };
  return (name: string): string | undefined => fields[name];
};
