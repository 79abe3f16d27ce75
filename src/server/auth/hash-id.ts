import { createHash } from 'node:crypto';

/** The sha256 of a session id or a name tried, in hex: what may be stored of it. */
export const hashId = (id: string): string => createHash('sha256').update(id).digest('hex');
