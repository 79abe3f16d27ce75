import type { Policy } from '../profile/policy.ts';

/** What stands at a place of a policy, such as `levels.2.judgement.anchors`. */
export const readPlace = (policy: Policy, path: string): unknown =>
  path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], policy);

/** The sentence or the figure at a place that holds one. */
export const ruleAt = (policy: Policy, path: string): string => String(readPlace(policy, path));
export const figureAt = (policy: Policy, path: string): number => Number(readPlace(policy, path));

/** Puts something at a place of a copy. */
export function writePlace(copy: unknown, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop()!;
  const part = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy);
  (part as Record<string, unknown>)[last] = value;
}
