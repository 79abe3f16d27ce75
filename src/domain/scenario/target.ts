import { z } from 'zod';
import { Guard } from './guard.ts';
import { Id } from './words.ts';

/** Where one was before an interruption. No scene may be called this. */
export const back = 'back';

/** Where a move leads: one scene, or the first of several whose condition holds. */
export const Target = z.union([
  Id,
  z.array(z.strictObject({ when: Guard.optional(), to: Id })).min(1),
]);
export type Target = z.infer<typeof Target>;

/** The ways that a target may go, in the order they are tried. */
export const branchesOf = (target: Target): { when?: Guard | undefined; to: string }[] =>
  typeof target === 'string' ? [{ to: target }] : target;
