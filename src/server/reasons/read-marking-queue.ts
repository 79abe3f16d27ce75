import { may, type Action } from '#domain/access/permissions.ts';
import type { Person } from '#domain/access/person.ts';
import { compareMarks, type MarkersAgree } from '#domain/reasons/compare-marks.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listAccounts, listPeople, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { readPolicy } from '../content/read-policy.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { gatherTexts, isClosed, type ReasonsText } from './gather-texts.ts';
import { noteListing } from '../note-reading.ts';

/** Something that waits for an assessor: whose it is, what it is about, and since when. */
export interface Waiting {
  id: string;
  name: string;
  /** The scenario and its moment, or what an account is linked to. */
  about: string;
  competencies: string[];
  since: string;
}

/** Everything that waits to be marked, talked over or answered, the oldest first. */
export interface MarkingQueue {
  first: Waiting[];
  second: Waiting[];
  differ: Waiting[];
  accounts: Waiting[];
  /** Texts that this reader marked first, which wait for somebody else. */
  withOthers: number;
  /** What waits but is closed to this reader while they observe somebody. */
  closed: number;
  agree: MarkersAgree;
  rule: string;
}

/** Reads what waits for one assessor. Nothing of their own is ever in it. */
export async function readMarkingQueue(
  db: Database,
  viewer: Person,
  at = new Date().toISOString(),
): Promise<Result<MarkingQueue, { code: 'not-found' }>> {
  if (!may(viewer, 'read-today')) return refuse({ code: 'not-found' });
  const [all, accounts, people, hidden, policy, { competencies }] = await Promise.all([
    gatherTexts(db),
    listAccounts(db),
    listPeople(db),
    hiddenFrom(db, viewer),
    readPolicy(db, at),
    readFrameworks(),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const byId = new Map(people.map((one) => [one.id, one]));
  const mayOn = (action: Action, id: string) => may(viewer, action, byId.get(id)!);
  const title = (id: string) => competencies.competencies[id]?.title ?? id;
  const texts = all.filter(({ personId }) => mayOn('mark-reasons', personId));
  const open = texts.filter((text) => !isClosed(text, hidden));
  const isMine = ({ markings }: ReasonsText) =>
    markings.some(({ markerId }) => markerId === viewer.id);
  const show = (text: ReasonsText, since: string): Waiting => ({
    id: text.moveId,
    name: nameOf.get(text.personId) ?? 'Somebody',
    about: `${text.published.scenario.title}: ${text.published.scenario.scenes[text.scene]!.title}`,
    competencies: text.decision.competencies.map(title),
    since,
  });
  const lastMarked = ({ markings }: ReasonsText) => markings.at(-1)!.at;
  const at2 = open.filter(({ stage }) => stage === 'second-due');
  const answerable = accounts.filter(
    ({ personId, answer }) => !answer && mayOn('answer-account', personId),
  );
  const isShut = ({ personId, competencies }: (typeof answerable)[number]) =>
    competencies.some((id) => hidden(personId, id));
  await noteListing(
    db,
    viewer,
    [...open, ...answerable].map(({ personId }) => personId),
  );
  const waits = texts.filter(({ stage }) => stage !== 'done');
  return ok({
    first: open
      .filter(({ stage }) => stage === 'unmarked')
      .map((text) => show(text, text.finishedAt)),
    second: at2.filter((text) => !isMine(text)).map((text) => show(text, lastMarked(text))),
    differ: open
      .filter(({ stage }) => stage === 'differ')
      .map((text) => show(text, lastMarked(text))),
    accounts: answerable
      .filter((account) => !isShut(account))
      .map(({ id, personId, competencies, level, at }) => ({
        id,
        name: nameOf.get(personId) ?? 'Somebody',
        about: `A real event, level ${level}`,
        competencies: competencies.map(title),
        since: at,
      })),
    withOthers: at2.filter(isMine).length,
    closed:
      waits.filter((text) => isClosed(text, hidden)).length + answerable.filter(isShut).length,
    agree: compareMarks(
      all.flatMap(({ markings }) => markings),
      policy,
    ),
    rule: policy.marking.rule,
  });
}
