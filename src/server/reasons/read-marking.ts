import type { Person } from '#domain/access/person.ts';
import { learnerView, storyClock } from '#domain/attempt/learner-view.ts';
import { tellPast } from '#domain/attempt/tell-past.ts';
import { optionsOf } from '#domain/scenario/decision.ts';
import { mayCompare } from '#domain/reasons/marking-stage.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { findAttempt, findPerson, listMoves, listPeople, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';
import { hiddenFrom } from '../hidden-from.ts';
import { noteReading } from '../note-reading.ts';
import { toHtml } from '../to-html.ts';
import { gatherTexts, isClosed, type ReasonsText } from './gather-texts.ts';
import { showMarking, type ShownMarking } from './show-marking.ts';
import { findSubject } from '../find-subject.ts';

/** A moment before the one at which reasons were asked for, as the worker met it. */
export interface MomentBefore {
  clock: string;
  title: string;
  html: string;
  did: string;
  /** What else was offered, where there was a choice. */
  offered: string[];
}

/** What somebody wrote with the moment it was written in, and the marks that the reader may see. */
export interface ReadMarking {
  person: Person;
  moveId: string;
  scenario: string;
  moment: { title: string; place: string; clock: string; html: string };
  known: string[];
  before: MomentBefore[];
  prompt: string;
  asks: string[];
  words: string;
  finishedAt: string;
  indicators: { id: string; text: string }[];
  competencies: { id: string; title: string; anchors: Record<string, string> }[];
  stage: ReasonsText['stage'];
  /** Which marking this reader's would be, if they may mark it now. */
  round: 1 | 2 | null;
  /** Marks that this reader may see: a second marker sees none before theirs is in. */
  markings: ShownMarking[];
  talks: { by: string; heldOn: string; words: string; outcome: 'shown' | 'not-yet' }[];
}

/** Reads reasons for marking: what was known then, what was written, what it is marked by. No keys. */
export async function readMarking(
  db: Database,
  viewer: Person,
  moveId: string,
  at = new Date().toISOString(),
): Promise<
  Result<ReadMarking, { code: 'not-found' } | { code: 'hidden'; person: Person; title: string }>
> {
  const [text] = await gatherTexts(db, { moveId });
  if (!text || !(await findSubject(db, viewer, 'mark-reasons', text.personId)))
    return refuse({ code: 'not-found' });
  const person = (await findPerson(db, text.personId))!;
  const { scenario } = text.published;
  if (isClosed(text, await hiddenFrom(db, viewer)))
    return refuse({ code: 'hidden', person, title: scenario.title });
  await noteReading(db, viewer, text.personId, `reasons ${moveId}`, at);
  const [attempt, moves, people, { competencies, descriptors }] = await Promise.all([
    findAttempt(db, text.attemptId),
    listMoves(db, text.attemptId),
    listPeople(db),
    readFrameworks(),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const name = (id: string) => nameOf.get(id) ?? 'Somebody';
  const move = moves.find(({ id }) => id === moveId)!;
  const moment = { scene: move.scene, world: move.worldBefore };
  const view = learnerView(scenario, { moment, seed: attempt!.seed, step: move.step });
  const sees = mayCompare(text.stage, text.markings, viewer.id);
  const mine = text.markings.some(({ markerId }) => markerId === viewer.id);
  return ok({
    person,
    moveId,
    scenario: scenario.title,
    moment: { ...view.scene, html: toHtml(view.scene.text) },
    known: view.known.map(({ note }) => note),
    before: moves
      .filter(({ step }) => step < move.step)
      .map((one) => {
        const { words, ...rest } = one;
        const past = tellPast(scenario, { ...rest, ...(words !== null && { words }) });
        const options = optionsOf(scenario.scenes[one.scene]!.decision);
        return {
          clock: storyClock(scenario.clock, one.worldBefore.minutes),
          title: past.title,
          html: toHtml(past.text),
          did: past.did,
          offered:
            one.kind === 'decide' ? one.offered.flatMap((id) => options[id]?.text ?? []) : [],
        };
      }),
    prompt: text.decision.prompt,
    asks: text.decision.asks,
    words: text.words,
    finishedAt: text.finishedAt,
    indicators: text.indicators.map((id) => ({
      id,
      text: descriptors.indicators[id]?.text ?? id,
    })),
    competencies: text.decision.competencies.flatMap((id) => {
      const named = competencies.competencies[id];
      return named ? [{ id, title: named.title, anchors: named.anchors }] : [];
    }),
    stage: text.stage,
    round: mine ? null : text.stage === 'unmarked' ? 1 : text.stage === 'second-due' ? 2 : null,
    markings: sees
      ? text.markings.map((one) => showMarking(one, name, descriptors.indicators))
      : [],
    talks: text.talks.map(({ heldBy, heldOn, words, outcome }) => ({
      by: name(heldBy),
      heldOn,
      words,
      outcome,
    })),
  });
}
