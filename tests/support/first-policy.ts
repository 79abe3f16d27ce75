import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Policy } from '#domain/profile/policy.ts';

const file = new URL('../../scenarios/policy/2026-11-22.yaml', import.meta.url);

/** The first policy, straight from its file. */
export const policy: Policy = Policy.parse(parse(readFileSync(file, 'utf8')));
