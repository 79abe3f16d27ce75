import { channel } from 'node:diagnostics_channel';

/** One turn of the writer: how many writes it took, and how many still wait. */
export interface WriterTurn {
  taken: number;
  waiting: number;
}

/**
 * Told of each turn of the writers of this process. A channel, since the built pages carry a copy of
 * this code of their own: nothing else is shared between them and what watches over the service.
 */
export const writerTurns = channel('in-practice:writer');
