import { beginObservation } from '#server/begin-observation.ts';
import { playSample } from '#server/sample/play-sample.ts';
import { signObservation } from '#server/sign-observation.ts';
import { startAttempt } from '#server/start-attempt.ts';
import { recordMove } from '#server/record-move.ts';
import type { Database } from '#db';
import type { Person, Role } from '#domain/access/person.ts';
import { londonDate } from '#domain/london-time.ts';
import { accessPages } from './pages/access.ts';
import { policyPages } from './pages/policy.ts';
import { reasonsPages } from './pages/reasons.ts';
import { practicePages } from './pages/practice.ts';
import { keepingPages } from './pages/keeping.ts';
import { placesPages } from './pages/places.ts';
import { riskPages } from './pages/risk.ts';
import { todayPages } from './pages/today.ts';
import { outcomesPages } from './pages/outcomes.ts';
import { packPages } from './pages/pack.ts';
import type { PageToVisit } from './pages/page-to-visit.ts';

type Add = (first: string, role?: Role) => Promise<Person>;

/** The sheets of the gallery. */
const sheets = [
  ...['parts', 'scene', 'pick', 'rank', 'rate', 'reasons', 'strands'],
  ...['debrief', 'answers', 'team', 'more'],
];

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

let made: Promise<PageToVisit[]> | undefined;

/**
 * A worker with a record, a manager and an assessor beside them, and every page that they can open.
 * Made once a process: the pages are only looked at.
 */
export function makePages(db: Database, add: Add): Promise<PageToVisit[]> {
  made ??= buildPages(db, add).catch((reason: unknown) => {
    made = undefined;
    throw reason;
  });
  return made;
}

async function buildPages(db: Database, add: Add): Promise<PageToVisit[]> {
  const worker = await add('Wren');
  const manager = await add('Ruth', 'manager');
  const assessor = await add('Sefa', 'assessor');
  const fresh = await add('Nell');
  const debriefed = await playSample(db, worker, 'morning-tablets', 'harms-once', daysAgo(7));
  const ended = await playSample(db, worker, 'on-the-floor', 'sound', daysAgo(5));
  const open = await playHalf(db, worker);
  const signed = await observe(db, manager, worker);
  const draft = await begin(db, manager, worker, ['IP-03', 'IP-09']);
  const of = { db, worker, manager, assessor, debriefed, signed };
  const areas = [
    await accessPages(of),
    await policyPages(of),
    await reasonsPages(of),
    await practicePages(of),
    await riskPages(of),
    placesPages(of),
    await keepingPages(of, add),
    await todayPages(of),
    await outcomesPages(of),
    await packPages(of),
  ];
  return [
    ...areas.flat(),
    { name: 'sign-in', as: undefined, path: '/sign-in' },
    { name: 'sign-in refused', as: undefined, path: '/sign-in', press: 'Sign in' },
    { name: 'home', as: worker, path: '/home' },
    { name: 'introduction', as: worker, path: '/scenarios/between-us' },
    { name: 'frameworks', as: worker, path: '/frameworks' },
    { name: 'scene with finds open', as: worker, path: `/attempts/${open}` },
    { name: 'ending', as: worker, path: `/attempts/${ended}` },
    { name: 'debrief', as: worker, path: `/attempts/${debriefed}/debrief` },
    { name: 'debrief, for the manager', as: manager, path: `/attempts/${debriefed}/debrief` },
    { name: 'profile', as: worker, path: `/people/${worker.id}` },
    { name: 'profile of somebody new', as: fresh, path: `/people/${fresh.id}` },
    { name: 'competency', as: worker, path: `/people/${worker.id}/IP-04` },
    { name: 'hidden competency', as: manager, path: `/people/${worker.id}/IP-03` },
    { name: 'account', as: worker, path: '/account' },
    { name: 'account with errors', as: worker, path: '/account', press: 'Change password' },
    // Narrowed, so that the people of other tests do not make it long.
    { name: 'team', as: manager, path: '/team?state=conflict' },
    { name: 'team on another day', as: manager, path: `/team?on=${londonDate(daysAgo(6))}` },
    {
      name: 'profile on another day',
      as: worker,
      path: `/people/${worker.id}?on=${londonDate(daysAgo(6))}`,
    },
    {
      name: 'competency on another day',
      as: manager,
      path: `/people/${worker.id}/IP-04?on=2020-99-99`,
    },
    { name: 'service', as: manager, path: '/service' },
    { name: 'library', as: manager, path: '/library' },
    { name: 'library in the order of the map', as: manager, path: '/library?order=map' },
    { name: 'observe', as: manager, path: `/people/${worker.id}/observe` },
    {
      name: 'sign with errors',
      as: manager,
      path: `/observations/${draft}/sign`,
      press: 'Sign the observation',
    },
    { name: 'observation', as: worker, path: `/observations/${signed}` },
    { name: 'ask to play', as: manager, path: `/people/${worker.id}/ask`, press: 'Ask them' },
    { name: 'reset', as: manager, path: `/people/${worker.id}/reset` },
    { name: 'new person', as: manager, path: '/team/new', press: 'Add them' },
    { name: 'not found', as: worker, path: '/people/nobody', status: 404 },
    ...sheets.map((sheet) => ({
      name: `gallery of ${sheet}`,
      as: undefined,
      path: `/gallery?show=${sheet}`,
    })),
  ];
}

/** An attempt that stands at a moment with things found out, and more to be found. */
export async function playHalf(db: Database, worker: Person): Promise<string> {
  const started = await startAttempt(db, worker, 'between-us');
  if (!started.ok) throw new Error(started.problem.code);
  const { id } = started.value;
  const looked = { step: 0, kind: 'find', choice: 'look-at-book' } as const;
  const made = await recordMove(db, worker, id, looked);
  if (!made.ok) throw new Error(made.problem.code);
  return id;
}

async function begin(db: Database, observer: Person, worker: Person, watched: string[]) {
  const begun = await beginObservation(db, observer, worker.id, watched);
  if (!begun.ok) throw new Error(begun.problem.code);
  return begun.value.id;
}

async function observe(db: Database, observer: Person, worker: Person): Promise<string> {
  const id = await begin(db, observer, worker, ['IP-04', 'IP-17']);
  const signed = await signObservation(db, observer, id, {
    observedOn: londonDate(daysAgo(1)),
    observedTime: '08:15',
    place: 'Flat 3, kitchen',
    task: 'medicines-round',
    seen: 'Read the chart, asked him, waited, and signed when he had swallowed.',
    personSaid: '“She never rushes me.” (Mr A)',
    consent: 'agreed',
    'entrustment-IP-04': 4,
    'entrustment-IP-17': 4,
  });
  if (!signed.ok) throw new Error(JSON.stringify(signed.problem));
  return id;
}
