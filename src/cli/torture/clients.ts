import { findOwnAttempt, type Database } from '#db';
import type { Person } from '#domain/access/person.ts';
import { movesAt, nextMoment, type Moment } from '#domain/scenario/moment.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import { loadVersion } from '#server/content/load-version.ts';
import type { Chance } from './chance.ts';
import { noteMove, type Ledger, type SentMove } from './ledger.ts';
import type { Answer, Wire } from './send.ts';

/** Somebody who is signed in. */
export interface SignedIn {
  person: Pick<Person, 'id' | 'username'>;
  cookie: string;
}

/** What all clients share. */
export interface Around {
  /** For reading what an attempt is about; clients write only over the wire. */
  db: Database;
  ledger: Ledger;
  chance: Chance;
  slugs: readonly string[];
  workers: readonly SignedIn[];
  subjects: readonly string[];
  /** Told of an answer that nobody should get. */
  wrong: (words: string) => void;
}

/**
 * One turn of a client: sends one thing, and notes it where it was acknowledged. What was not answered
 * is sent again in the next turn, as somebody would who presses the button once more.
 */
export type Turn = (wire: Wire) => Promise<void>;

/** Whether the server said that it cannot just now: nothing was taken, and the same is sent again. */
const isBusy = (answer: Answer) => answer.status === 503;

/** Plays one scenario after the other. Now and then both tabs of somebody send the same move at once. */
export function playerTurn(me: SignedIn, around: Around): Turn {
  const { db, ledger, chance, wrong } = around;
  let playing: { id: string; step: number; version: PublishedScenario; moment: Moment } | undefined;
  let waiting: SentMove | undefined;

  const begin = async (wire: Wire) => {
    const path = `/scenarios/${chance.pick(around.slugs)}`;
    const answer = await wire.send({ path, cookie: me.cookie, form: {} });
    if (!answer || isBusy(answer)) return;
    const id = /^\/attempts\/([0-9a-f-]{36})/.exec(answer.location)?.[1];
    if (!id) return wrong(`${path} was answered ${answer.status}`);
    if (!ledger.moves.has(id)) ledger.moves.set(id, []);
    const attempt = await findOwnAttempt(db, me.person.id, id);
    if (!attempt) return wrong(`attempt ${id} was begun, and is not there`);
    const version = await loadVersion(db, attempt.versionHash, attempt.form);
    playing = { id, step: attempt.step, version, moment: attempt.moment };
  };

  const choose = (): SentMove => {
    const { version, moment, step } = playing!;
    const { type, choice } = chance.pick(movesAt(version.scenario, moment));
    const words = type === 'decide' ? `Reason ${chance.below(1_000_000)} of ${step}.` : null;
    return { step, kind: type, choice, words };
  };

  return async (wire) => {
    if (!playing) return begin(wire);
    const { id, version, moment } = playing;
    const move = (waiting ??= choose());
    const { words, ...plain } = move;
    const sending = {
      path: `/api/attempts/${id}/moves`,
      cookie: me.cookie,
      json: { ...plain, ...(words && { words }), confidence: 'sure', dwell: 1000 },
    };
    const tabs = chance.below(10) === 0 ? 2 : 1;
    const answers = await Promise.all(Array.from({ length: tabs }, () => wire.send(sending)));
    const told = answers.filter((answer) => answer !== undefined);
    const refused = told.find((answer) => answer.status !== 200 && !isBusy(answer));
    if (refused) wrong(`attempt ${id}, step ${move.step}: answered ${refused.status}`);
    if (!told.some(({ status }) => status === 200)) return;
    noteMove(ledger, id, move);
    waiting = undefined;
    const after = nextMoment(version.machine, moment, {
      type: move.kind,
      choice: move.choice,
    } as never);
    playing =
      after && !version.scenario.scenes[after.scene]!.ending
        ? { ...playing, step: move.step + 1, moment: after }
        : undefined;
  };
}

/** Watches one worker after the other, and signs what was seen. */
export function observerTurn(me: SignedIn, { ledger, chance, workers, wrong }: Around): Turn {
  let draft: { id: string; seen: string } | undefined;
  return async (wire) => {
    const { cookie } = me;
    if (!draft) {
      const path = `/people/${chance.pick(workers).person.id}/observe`;
      const form = { template: 'own', 'watch-IP-01': 'on' };
      const answer = await wire.send({ path, cookie, form });
      if (!answer || isBusy(answer)) return;
      const id = /^\/observations\/([0-9a-f-]{36})\/sign/.exec(answer.location)?.[1];
      if (!id) return wrong(`${path} was answered ${answer.status}`);
      draft = { id, seen: `She waited until he had swallowed. Note ${chance.below(1_000_000)}.` };
      return;
    }
    const { id, seen } = draft;
    const path = `/observations/${id}/sign`;
    const form = {
      ...{ observedOn: '2026-01-20', observedTime: '08:15', place: 'Rowan House' },
      ...{ task: 'mealtime', seen, personSaid: '', 'entrustment-IP-01': '4' },
    };
    const answer = await wire.send({ path, cookie, form });
    if (!answer || isBusy(answer)) return;
    // Also where the first time was kept and only its answer was lost.
    if (answer.status !== 303) return wrong(`${path} was answered ${answer.status}`);
    ledger.signed.set(id, seen);
    draft = undefined;
  };
}

const dayMs = 86_400_000;
const perFile = 5;

/** Brings training from one small file after the other, each line of which is new. */
export function importerTurn(me: SignedIn, { ledger, workers, subjects, wrong }: Around): Turn {
  let line = 0;
  const rowAt = (number: number) => {
    const { person } = workers[number % workers.length]!;
    const round = Math.floor(number / workers.length);
    const subject = subjects[round % subjects.length]!;
    const days = Math.floor(round / subjects.length);
    const day = new Date(Date.UTC(2026, 0, 1) - days * dayMs).toISOString().slice(0, 10);
    return { person, subject, day };
  };
  return async (wire) => {
    const rows = Array.from({ length: perFile }, (_, at) => rowAt(line + at));
    const lines = rows.map(({ person, subject, day }) => `${person.username},${subject},${day}`);
    const text = ['user name,subject,completed', ...lines].join('\n');
    const path = '/training/import';
    const answer = await wire.send({ path, cookie: me.cookie, form: { do: 'apply', text } });
    if (!answer || isBusy(answer)) return;
    const [added, already] = [/added=(\d+)/, /already=(\d+)/].map((one) =>
      Number(one.exec(answer.location)?.[1]),
    );
    if (added! + already! !== perFile || (added && already))
      return wrong(`${path} was answered ${answer.status} ${answer.location}`);
    for (const { person, subject, day } of rows)
      ledger.trained.add(`${person.id} ${subject} ${day}`);
    line += perFile;
  };
}
