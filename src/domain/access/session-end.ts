import type { SignedInWay } from './signed-in.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How long a session lasts after its last request, and at the longest, in milliseconds. */
interface Limits {
  idle: number;
  longest: number;
}

/**
 * A working day, kept up by working: nobody types a long password four times a shift. A week at the
 * longest, so that a phone which is never put down asks again who holds it.
 */
const ownDevice: Limits = { idle: 12 * hour, longest: 7 * 24 * hour };

/**
 * Whoever puts a shared tablet down leaves it to the next. Five minutes is about one question of a
 * scenario; a person who is called away is locked out before a colleague has read far. Four hours is
 * more than anybody plays, so that nobody's session is passed on from shift to shift.
 */
const byPin: Limits = { idle: 5 * minute, longest: 4 * hour };

/** A password on a shared tablet: somebody may be writing down what they saw, so not quite so soon. */
const passwordOnTablet: Limits = { idle: 30 * minute, longest: 4 * hour };

const limitsOf = ({ signedInBy, deviceId }: SignedInWay): Limits => {
  if (signedInBy === 'pin') return byPin;
  return deviceId === null ? ownDevice : passwordOnTablet;
};

/** After how many seconds without a request a session ends. */
export const idleSeconds = (way: SignedInWay): number => limitsOf(way).idle / 1000;

/** When a session ends that began at one time and was last used at another, both in milliseconds. */
export function sessionEnd(way: SignedInWay, startedAt: number, usedAt: number): number {
  const { idle, longest } = limitsOf(way);
  return Math.min(usedAt + idle, startedAt + longest);
}
