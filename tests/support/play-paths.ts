import { byPassword } from '#domain/access/signed-in.ts';
import type { Attempt } from '#domain/attempt/attempt.ts';
import { optionsShown } from '#domain/attempt/options-shown.ts';
import { takeMove } from '#domain/attempt/take-move.ts';
import type { AssessedDecision } from '#domain/evidence/assess-decision.ts';
import type { Graph, Step } from '#domain/scenario/explore.ts';
import { firstMoment, movesAt } from '#domain/scenario/moment.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import type { Move } from '#domain/scenario/to-machine.ts';

/** A run of a scenario so far: its moves, where it stands and what it says about the worker. */
export interface Run {
  moves: Move[];
  attempt: Attempt;
  ended: boolean;
  evidence: AssessedDecision[];
}

/** A run in which nothing has been done yet. */
export const beginRun = (published: PublishedScenario): Run => ({
  moves: [],
  attempt: {
    id: 'attempt',
    personId: 'kim',
    slug: published.slug,
    versionHash: published.hash,
    form: '',
    mode: 'assessed',
    seed: 1,
    step: 0,
    moment: firstMoment(published.machine),
    startedAt: '2026-09-01T11:00:00.000Z',
    finishedAt: null,
    arrivedBy: null,
    signedIn: byPassword,
  },
  ended: false,
  evidence: [],
});

/** The run one move on; a move that is refused is a mistake of the scenario or of the machine. */
export function goOn(published: PublishedScenario, run: Run, move: Move): Run {
  const { attempt } = run;
  const taken = takeMove(published, attempt, {
    step: attempt.step,
    move,
    words: 'I weighed it.',
  });
  if (!taken.ok) throw new Error(`${taken.problem.code}: ${attempt.moment.scene} ${move.choice}`);
  const { after, finished, assessed } = taken.value;
  return {
    moves: [...run.moves, move],
    attempt: {
      ...attempt,
      step: attempt.step + 1,
      moment: after,
      finishedAt: finished ? attempt.startedAt : null,
    },
    ended: finished,
    evidence: [...run.evidence, ...assessed],
  };
}

/** The same moves made again from the start. */
export const replay = (published: PublishedScenario, moves: readonly Move[]): Run =>
  moves.reduce((run, move) => goOn(published, run, move), beginRun(published));

/**
 * Every sequence of decisions from start to end. Looking and asking come in one order: everything that
 * can be found is found first, in the order of the file, or nothing ever is.
 */
export function* playEveryPath(published: PublishedScenario, looks: boolean): Generator<Run> {
  const waiting = [beginRun(published)];
  for (let run = waiting.pop(); run; run = waiting.pop()) {
    const moves = movesAt(published.scenario, run.attempt.moment);
    if (!moves.length) {
      yield run;
      continue;
    }
    const find = moves.find((move) => move.type === 'find');
    const ways = looks && find ? [find] : moves.filter((move) => move.type !== 'find');
    for (const move of ways) waiting.push(goOn(published, run, move));
  }
}

/** A decision as somebody meets it: the scene, what is offered there, and what is chosen. */
export function situationOf(published: PublishedScenario, graph: Graph, { from, move }: Step) {
  const moment = graph.moments[from]!;
  const offered = optionsShown(published.scenario, moment, 1).sort();
  return `${moment.scene} [${offered.join(' ')}]: ${move.choice}`;
}

/** Paths that together take every option in every situation in which it is offered. */
export function coverSituations(published: PublishedScenario, graph: Graph) {
  const name = (step: Step) =>
    step.move.type === 'decide' ? situationOf(published, graph, step) : undefined;
  const decisive = graph.steps.filter((step) => step.move.type === 'decide');
  const situations = new Map(decisive.map((step) => [name(step)!, step]));
  const wayTo = shortestFrom(graph);
  const wayOut = shortestToEnd(published, graph);
  const onward = Map.groupBy(graph.steps, (step) => step.from);
  const missing = new Set(situations.keys());
  const paths: Move[][] = [];
  for (const [situation, first] of situations) {
    if (!missing.has(situation)) continue;
    const path = [...wayTo(first.from), first];
    for (let at = first.to; wayOut.has(at); at = path.at(-1)!.to) {
      for (const step of path) missing.delete(name(step) ?? '');
      const unseen = onward.get(at)!.find((step) => missing.has(name(step) ?? ''));
      path.push(unseen ?? wayOut.get(at)!);
    }
    missing.delete(name(path.at(-1)!) ?? '');
    paths.push(path.map((step) => step.move));
  }
  return { paths, situations: [...situations.keys()], missing: [...missing] };
}

function shortestFrom(graph: Graph): (moment: number) => Step[] {
  const came = new Map<number, Step>();
  // Moments are numbered as they were first met, nearest first, so the first way in is a shortest.
  for (const step of graph.steps) if (step.to !== 0 && !came.has(step.to)) came.set(step.to, step);
  return (moment) => {
    const way: Step[] = [];
    for (let step = came.get(moment); step; step = came.get(step.from)) way.unshift(step);
    return way;
  };
}

function shortestToEnd({ scenario }: PublishedScenario, graph: Graph): Map<number, Step> {
  const into = Map.groupBy(graph.steps, (step) => step.to);
  const way = new Map<number, Step>();
  const waiting = graph.moments.flatMap(({ scene }, at) =>
    scenario.scenes[scene]!.ending ? [at] : [],
  );
  for (const at of waiting)
    for (const step of into.get(at) ?? []) {
      if (way.has(step.from)) continue;
      way.set(step.from, step);
      waiting.push(step.from);
    }
  return way;
}
