import { randomUUIDv7 } from 'node:crypto';
import {
  firstServiceId,
  insertService,
  openDatabase,
  recordLeft,
  replacePin,
  type Database,
} from '#db';
import { addSamplePerson } from '#server/sample/add-sample-person.ts';
import { hashPassword } from '#server/auth/password.ts';
import { startService, type RunningService } from './running-service.ts';
import { visit, type Visitor } from './visitor.ts';

/** Who asks: nobody known, the worker it is about, another worker, and those who look after them. */
export const visitors = ['stranger', 'self', 'other', 'assessor', 'manager'] as const;
/** The same roles at another service, with nobody in common. */
export const fromElsewhere = ['assessorElsewhere', 'managerElsewhere'] as const;
/** Joan and the manager by a PIN, each on a shared tablet. */
export const onTablets = ['selfOnTablet', 'managerOnTablet'] as const;
export type Who =
  (typeof visitors)[number] | (typeof fromElsewhere)[number] | (typeof onTablets)[number];

/** A PIN that may be chosen. */
export const testPin = '739105';

/** The running sample service with one of each signed in, and the names of what they ask for. */
export interface SignedInCast {
  service: RunningService;
  db: Database;
  as: Record<Who, Visitor>;
  /** Fills in a path: `:joan` her id, `:open` and `:done` her attempts, and so on. */
  fill(path: string): string;
  one(sql: string, ...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a sample service. It is all about Joan: she has an attempt that is open and one that is done,
 * Tom has seen her at work, and Grace has opened a supervision with her. Leah is the other worker, of whom Tom has begun an observation.
 */
export async function startSignedInCast(env: Record<string, string> = {}): Promise<SignedInCast> {
  const service = await startService(env);
  const db = await openDatabase(service.databaseUrl);
  const one: SignedInCast['one'] = async (sql, ...args) => {
    const { rows } = await db.client.execute({ sql, args });
    return String(rows[0]?.[0]);
  };
  const idOf = (username: string) => one('SELECT id FROM people WHERE username = ?', username);
  const enter = async (username: string) => {
    const visitor = visit(service.address);
    await visitor.signIn(username);
    return visitor;
  };
  await addElsewhere(db);
  const gone = await addLeaver(db);
  const [joan, leah, ravi] = [await idOf('joan'), await idOf('leah'), await idOf('ravi')];
  const enterOnTablet = async (username: string) => {
    const tablet = await enter('grace');
    await tablet.post('/tablets/new', { name: `For ${username}`, serviceId: firstServiceId });
    const id = await idOf(username);
    await replacePin(db, id, await hashPassword(testPin), new Date().toISOString());
    await tablet.post(`/tablet/${id}`, { pin: testPin });
    return tablet;
  };
  const as = {
    stranger: visit(service.address),
    self: await enter('joan'),
    other: await enter('leah'),
    assessor: await enter('tom'),
    manager: await enter('grace'),
    assessorElsewhere: await enter('assessor.elsewhere'),
    managerElsewhere: await enter('manager.elsewhere'),
    selfOnTablet: await enterOnTablet('joan'),
    managerOnTablet: await enterOnTablet('grace'),
  };
  const begun = await as.self.post('/scenarios/morning-tablets');
  const drafted = await as.assessor.post(`/people/${leah}/observe`, { 'watch-IP-01': 'on' });
  const opened = await as.manager.post(`/people/${joan}/supervision`, { onDay: '2099-01-01' });
  const names: Record<string, string> = {
    ...{ joan, leah, ravi, gone, service: firstServiceId },
    open: begun.goes!.split('/').at(-1)!,
    tablet: await one("SELECT id FROM devices WHERE name = 'For joan'"),
    done: await one(
      'SELECT id FROM attempts WHERE person_id = ? AND finished_at IS NOT NULL',
      joan,
    ),
    seen: await one('SELECT id FROM observations WHERE person_id = ?', joan),
    duty: await one('SELECT id FROM duties_given WHERE person_id = ?', joan),
    draft: drafted.goes!.split('/')[2]!,
    supervision: await one(
      'SELECT id FROM supervisions WHERE person_id = ? AND held_at IS NOT NULL',
      joan,
    ),
    coming: opened.goes!.split('/').at(-1)!,
    agreed: await one(
      'SELECT id FROM agreed_actions WHERE person_id = ? AND outcome IS NULL',
      joan,
    ),
    trained: await one('SELECT id FROM training_records WHERE person_id = ?', joan),
    policy: await one('SELECT version FROM policies ORDER BY adopted_at DESC'),
    account: await one('SELECT id FROM accounts WHERE person_id = ?', joan),
    wrote: await one(
      'SELECT move_id FROM rationale_marks JOIN people p ON p.id = person_id WHERE p.username = ?',
      'priscilla',
    ),
    hash: await one("SELECT hash FROM scenario_versions WHERE slug = 'morning-tablets'"),
  };
  return {
    ...{ service, db, as, one },
    fill: (path) => path.replace(/:([a-z]+)/g, (_, name: string) => names[name]!),
    async stop() {
      db.close();
      await service.stop();
    },
  };
}

/** A service of its own, with an assessor and a manager who work nowhere else. */
async function addElsewhere(db: Database) {
  const at = new Date().toISOString();
  const id = randomUUIDv7();
  const service = { id, name: 'Elsewhere', localEstId: null, locationId: null };
  await insertService(db, { ...service, addedBy: 'nobody', addedAt: at });
  for (const role of ['assessor', 'manager'] as const) {
    const username = `${role}.elsewhere`;
    const known = { id: randomUUIDv7(), username, name: `The ${role} elsewhere`, role };
    const job = { category: 'CWP-RM', startedOn: '2026-01-05' };
    await addSamplePerson(db, { ...known, ...job, services: [id], everywhere: false }, at);
  }
}

/** Somebody who worked where Joan does, and left today. */
async function addLeaver(db: Database): Promise<string> {
  const at = new Date().toISOString();
  const id = randomUUIDv7();
  const known = { id, username: 'gone', name: 'Gone Away', role: 'worker' as const };
  const job = { category: 'CWP-CSW', startedOn: '2026-01-05' };
  await addSamplePerson(
    db,
    { ...known, ...job, services: [firstServiceId], everywhere: false },
    '2026-01-05T09:00:00.000Z',
  );
  await recordLeft(db, id, at);
  return id;
}
