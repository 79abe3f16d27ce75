import { chanceFor } from '#domain/simulation/chance.ts';
import { londonDate } from '#domain/london-time.ts';
import { listAgreedActions } from '#db';
import { agreeAction, closeAction, noteSupervision } from '../supervision/add-to-supervision.ts';
import { holdSupervision } from '../supervision/hold-supervision.ts';
import { openSupervision } from '../supervision/open-supervision.ts';
import { readSupervision } from '../supervision/read-supervision.ts';
import { must } from './must.ts';
import { daysBefore, type Year, type YearWorker } from './year.ts';

const asked = [
  'I would like to go along on a first visit with somebody who has done many.',
  'The round on Sundays is too long for two. Can we look at it?',
  'I am glad about how the handovers go now.',
];

const agreed = [
  ['Go along on two first visits and write down what was asked.', 'Went along on both.'],
  [
    'Read the plans of the new people on the corridor and say what is missing.',
    'Read. Two changed.',
  ],
  ['Play the scenario on a refusal, and talk about it with me.', 'Played, and talked about.'],
] as const;

/** Holds supervisions with a few: two each, what was agreed in the first told in the second. One comes yet. */
export async function superviseYear(year: Year, workers: readonly YearWorker[]): Promise<void> {
  const draw = ({ truth }: YearWorker) => chanceFor(year.seed, `supervision of ${truth.username}`);
  const chosen = workers.filter(
    (worker) => worker.person.category !== 'CWP-NTC' && draw(worker).happens(0.15),
  );
  for (const worker of chosen) {
    const chance = draw(worker);
    const first = chance.whole(110, 170);
    const opened = await open(year, worker, first);
    const [action, outcome] = chance.one(agreed);
    const actionId = await agreeAndHold(year, worker, opened, first, action);
    const second = first - chance.whole(50, 80);
    const next = await open(year, worker, second);
    const told = { outcome };
    must(
      await closeAction(year.db, year.manager, actionId, told, daysBefore(year, second, '14:05')),
    );
    await agreeAndHold(year, worker, next, second, chance.one(agreed)[0]);
  }
  if (chosen[0]) await open(year, chosen[0], -4);
}

/** Opens a supervision five days before it is held. The worker reads its sheet and adds to it. */
async function open(
  { db, manager, ...year }: Year,
  { person, truth }: YearWorker,
  days: number,
): Promise<string> {
  const onDay = londonDate(daysBefore(year, days));
  const result = await openSupervision(
    db,
    manager,
    person.id,
    { onDay },
    daysBefore(year, days + 6),
  );
  if (!result.ok) throw new Error(`A supervision was refused: ${JSON.stringify(result.problem)}.`);
  const { id } = result.value;
  must(await readSupervision(db, person, id, daysBefore(year, days + 5, '19:10')));
  const words = chanceFor(year.seed, `words of ${truth.username} ${days}`).one(asked);
  must(await noteSupervision(db, person, id, { words }, daysBefore(year, days + 5, '19:20')));
  return id;
}

async function agreeAndHold(
  { db, manager, ...year }: Year,
  { person }: YearWorker,
  id: string,
  days: number,
  action: string,
): Promise<string> {
  const dueOn = londonDate(daysBefore(year, days - 40));
  const form = { ownerId: person.id, action, dueOn };
  must(await agreeAction(db, manager, id, form, daysBefore(year, days, '14:10')));
  must(await holdSupervision(db, manager, id, daysBefore(year, days, '14:40')));
  const actions = await listAgreedActions(db, undefined, person.id);
  return actions.find(({ supervisionId }) => supervisionId === id)!.id;
}
