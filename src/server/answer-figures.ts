import { channel } from 'node:diagnostics_channel';
import { readFigures, type Figures } from '#db';
import type { Service } from './open-service.ts';

/** What is sent round to ask for figures: each copy of the code adds those of the databases it has open. */
export interface FiguresAsked {
  at: string;
  answers: Promise<Figures>[];
}

const asked = channel('in-practice:figures');

/** Answers for the databases of this copy of the code whenever figures are asked for. */
export function answerFigures(services: () => Promise<Service>[]): void {
  asked.subscribe((message) => {
    const { at, answers } = message as FiguresAsked;
    for (const service of services()) answers.push(service.then(({ db }) => readFigures(db, at)));
  });
}

/** Asks for the figures of every database that is open in this process; one that fails is left out. */
export async function askFigures(at = new Date().toISOString()): Promise<Figures[]> {
  const message: FiguresAsked = { at, answers: [] };
  asked.publish(message);
  const settled = await Promise.allSettled(message.answers);
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}
