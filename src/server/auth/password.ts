import { randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { atMost } from './at-most.ts';

// Each takes about 20 MB and a core for a moment: a flood must queue instead of filling the memory.
const run = atMost(4);

// The same letters can be typed as different code points on different keyboards.
const normal = (password: string) => password.normalize('NFKC');

/** Hashes a password with argon2id. */
export const hashPassword = (password: string): Promise<string> =>
  run(() => hash(normal(password)));

/** Whether this is the password that was hashed. */
export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  run(() => verify(passwordHash, normal(password)));

let standIn: Promise<string> | undefined;

/** A hash that no password fits: checked for unknown names, so that they take as long as known ones. */
export const standInHash = (): Promise<string> => (standIn ??= hashPassword(randomUUID()));
