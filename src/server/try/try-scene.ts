import { advanceAttempt } from '#domain/attempt/advance-attempt.ts';
import type { Attempt } from '#domain/attempt/attempt.ts';
import { buildDebrief, type DebriefedDecision } from '#domain/attempt/build-debrief.ts';
import { fieldInTrouble } from '#domain/attempt/field-in-trouble.ts';
import { learnerView } from '#domain/attempt/learner-view.ts';
import { refusalWords, type ShownScene } from '#domain/attempt/shown-scene.ts';
import { takeMove } from '#domain/attempt/take-move.ts';
import { beginWalk, madeOf } from '#domain/attempt/walk-golden-path.ts';
import { ok, type Result } from '#domain/result.ts';
import { composeAnswer } from '#domain/scenario/compose-answer.ts';
import { takenMoments, type Moment } from '#domain/scenario/moment.ts';
import { readMoveWords, sayMove, type WrittenMove } from '#domain/scenario/move-words.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import type { Move } from '#domain/scenario/to-machine.ts';
import {
  readTried,
  sayTried,
  triedFields,
  type TriedFields,
} from '#domain/scenario/tried-moment.ts';
import { MoveBody } from '../record-move.ts';
import { showScene } from '../show-scene.ts';
import { showWorld, type ShownWorld } from './show-world.ts';

/** A scene as a worker would see it, and what only its author sees: the world and the last key. */
export interface TriedScene {
  shown: ShownScene;
  world: ShownWorld;
  /** The decision that led here, with its key. */
  decided: DebriefedDecision | undefined;
  /** The address of this very moment, where its forms are sent. */
  page: string;
  /** Said on top: what came of itself, or a move that could not be made. */
  notes: string[];
}

interface Stood {
  attempt: Attempt;
  before: Moment['world'] | undefined;
  decided: DebriefedDecision | undefined;
  notes: string[];
}

/** Shows the moment that an address asks for, after the move in its `did`, or says what is wrong with it. */
export function showTried(
  published: PublishedScenario,
  query: URLSearchParams,
): Result<TriedScene, string[]> {
  const found = stand(published, query);
  if (!found.ok) return found;
  const { attempt, before, decided, notes } = found.value;
  const view = learnerView(published.scenario, attempt, attempt.arrivedBy ?? undefined);
  return ok({
    shown: withFaces(showScene(view, published.address), published),
    world: showWorld(published, attempt.moment, before),
    decided,
    page: addressOf(published, attempt.moment),
    notes,
  });
}

/** What a form of a tried scene came to: where to go on, or what to say beside what was typed. */
export type TriedMove =
  | { goes: string }
  | { goes?: never; message: string; field?: string; typed: Record<string, string> };

/** Makes the move that a form asks for in the moment of an address. Nothing of it is kept. */
export function makeTriedMove(
  published: PublishedScenario,
  query: URLSearchParams,
  sent: Record<string, unknown>,
): TriedMove {
  const typed = Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) =>
      typeof value === 'string' && value ? [[name, value]] : [],
    ),
  );
  const body = MoveBody.safeParse(sent);
  const found = stand(published, query);
  if (!body.success || !found.ok) return { message: refusalWords.malformed, typed };
  const { attempt } = found.value;
  const { decision } = published.scenario.scenes[attempt.moment.scene]!;
  const { kind, words = '' } = body.data;
  const choice =
    kind === 'decide' && decision ? composeAnswer(decision, body.data) : body.data.choice;
  const move = { type: kind, choice } as Move;
  const taken = takeMove(published, attempt, { step: attempt.step, move, words });
  if (taken.ok) {
    const said = decision?.kind === 'rationale' ? `say ${words}` : sayMove(move, decision);
    const did = kind === 'decide' ? said : sayMove(move, decision);
    return { goes: addressOf(published, attempt.moment, did) };
  }
  const { code } = taken.problem;
  const message = refusalWords[code];
  const shown = learnerView(published.scenario, attempt).decision;
  if (code === 'finished' || code === 'stale-step' || code === 'not-offered' || !shown)
    return { message, typed };
  return { message, typed, field: fieldInTrouble(shown, code, sent) };
}

function stand(published: PublishedScenario, query: URLSearchParams): Result<Stood, string[]> {
  const asked = readTried(published.scenario, fieldsOf(query));
  if (!asked.ok) return asked;
  // A move that is none: whatever would happen by itself in such a world happens.
  const nothing: Move = { type: 'find', choice: '' };
  const moment = takenMoments(published.machine, asked.value, [nothing])[0]!;
  const { title } = published.scenario.scenes[moment.scene]!;
  const notes =
    moment.scene === asked.value.scene ? [] : [`In such a world, “${title}” comes at once.`];
  const attempt = { ...beginWalk(published), moment };
  const did = query.get('did');
  if (!did) return ok({ attempt, before: undefined, decided: undefined, notes });

  const written = readMoveWords(did, published.scenario.scenes[moment.scene]!.decision);
  const taken = written.ok && takeMove(published, attempt, { step: 0, ...written.value });
  if (!written.ok || !taken || !taken.ok) {
    notes.push(`“${did}” cannot be done here any more. This is the moment before it.`);
    return ok({ attempt, before: undefined, decided: undefined, notes });
  }
  const made = madeOf(attempt, written.value satisfies WrittenMove, taken.value);
  const after = advanceAttempt(attempt, taken.value, made);
  const [decided] = buildDebrief(published, after, [made]).decisions;
  return ok({
    attempt: { ...after, step: 0, finishedAt: null },
    before: moment.world,
    decided,
    notes,
  });
}

const fieldsOf = (query: URLSearchParams): TriedFields =>
  Object.fromEntries(
    triedFields.flatMap((name) => {
      const value = query.get(name)?.trim();
      return value ? [[name, value]] : [];
    }),
  );

/** The address of a moment, and of the move that was made in it. */
function addressOf({ slug, form, scenario }: PublishedScenario, moment: Moment, did?: string) {
  const fields = { ...sayTried(scenario, moment), ...(form && { form }), ...(did && { did }) };
  // These stand for themselves in a query, and an author wants to read and change it.
  const query = new URLSearchParams(fields)
    .toString()
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',');
  return `/try/${slug}?${query}`;
}

/** Faces of people whom no published version holds yet are drawn from the file. */
function withFaces(shown: ShownScene, { slug, form }: PublishedScenario): ShownScene {
  const query = form && `?form=${form}`;
  const redraw = <One extends { src: string }>(one: One): One => ({
    ...one,
    src: `/try/${slug}/faces/${one.src.split('/').at(-1)}${query}`,
  });
  const { people, beside } = shown;
  const strands = beside?.strands.map((one) => ({ ...one, people: one.people.map(redraw) }));
  return {
    ...shown,
    people: people.map(redraw),
    beside: beside && { ...beside, strands: strands! },
  };
}
