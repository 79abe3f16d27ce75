import type { TestService } from './service.ts';
import type { Person } from '#domain/access/person.ts';
import type { Result } from '#domain/result.ts';

/** One of each who might ask: those who look after the worker, the worker, and another worker. */
export interface RiskCast {
  grace: Person;
  tom: Person;
  joan: Person;
  leah: Person;
}

/** Adds them to a fresh service. */
export const addRiskCast = async (service: TestService): Promise<RiskCast> => ({
  grace: await service.add('grace', 'manager'),
  tom: await service.add('tom', 'assessor'),
  joan: await service.add('joan'),
  leah: await service.add('leah'),
});

/** What a verb said was wrong: the fields, or its code; nothing where it did it. */
export const wrongOf = (done: Result<unknown, { code: string }>): string[] => {
  if (done.ok) return [];
  const { problem } = done;
  return 'problems' in problem
    ? (problem.problems as { field: string }[]).map(({ field }) => field)
    : [problem.code];
};

/** A delegation as its form sends it, sound unless told otherwise. */
export const delegationForm = (more: Record<string, string> = {}) => ({
  task: 'tube-feeding',
  initials: 'mb',
  delegatedBy: 'Ruth Calder',
  delegatedRole: 'Nurse',
  signedOn: '2026-06-01',
  reviewOn: '2027-06-01',
  ...more,
});

/** What is decided about an alert, with all that is needed to close it. */
export const decision = (owner: Person, more: Record<string, string> = {}) => ({
  reason: 'It was given before anybody had watched.',
  ownerId: owner.id,
  action: 'Watch one round together.',
  dueOn: '2026-12-01',
  outcome: 'Watched, and it went well.',
  ...more,
});
