import type { Graph } from '../explore.ts';
import { holds, type Guard } from '../guard.ts';
import { guardsIn, targetsIn, type Path } from '../parts-of.ts';
import { factsOf, type Scenario } from '../schema.ts';
import { branchesOf } from '../target.ts';
import { applyEffects, firstWorld, type World } from '../world.ts';
import { changesIn, possibleWorlds, subjectOf } from './possible-worlds.ts';
import type { Problem } from './problem.ts';
import { tellingsIn, type Told } from './tellings.ts';
import { firstFollows, type Note } from './what-follows.ts';

type Answers = Map<Guard, { yes: boolean; no: boolean }>;

/**
 * Every condition is at times true and at times not, wherever it is asked. One that nothing ever asks
 * stands in a part that is never met, which is told of elsewhere.
 */
export function checkGuards(scenario: Scenario, graph: Graph): Problem[] {
  const answers: Answers = new Map();
  const note: Note = (guard, world) => {
    const answer = answers.get(guard) ?? { yes: false, no: false };
    answer[holds(guard, world) ? 'yes' : 'no'] = true;
    answers.set(guard, answer);
  };
  askHere(scenario, graph, note);
  askOnTheWay(scenario, graph, note);
  const shared = sharedIn(scenario);
  return guardsIn(scenario).flatMap(({ what, path }) => {
    const all = (shared.get(what) ?? [what]).flatMap((guard) => answers.get(guard) ?? []);
    const answer = all.length && {
      yes: all.some(({ yes }) => yes),
      no: all.some(({ no }) => no),
    };
    if (!answer || (answer.yes && answer.no)) return [];
    if (answer.yes) return [always(path)];
    return isOffer(path) ? [] : [never(path)];
  });
}

/** Several moves of a scene may share one list of ways on; then each condition in it is judged for all of them. */
function sharedIn(scenario: Scenario): Map<Guard, Guard[]> {
  const shared = new Map<Guard, Guard[]>();
  for (const scene of Object.values(scenario.scenes)) {
    const lists = targetsIn(scene).map(({ what }) => branchesOf(what));
    for (const alike of Map.groupBy(lists, (list) => JSON.stringify(list)).values())
      alike[0]!.forEach((_, at) => {
        const guards = alike.flatMap((list) => list[at]!.when ?? []);
        for (const guard of guards) shared.set(guard, guards);
      });
  }
  return shared;
}

/** What is never offered is told of as a dead option or find. */
const isOffer = (path: Path): boolean =>
  path.length === 5 ? path[2] === 'finds' : path.length === 6 && path[3] === 'options';

const always = (path: Path): Problem => ({
  code: 'always-true',
  path,
  message: 'This condition holds whenever it is asked.',
  remedy: 'Drop the condition, or ask about something that may be otherwise.',
});

const never = (path: Path): Problem => ({
  code: 'never-true',
  path,
  message: 'This condition never holds when it is asked.',
  remedy: 'Ask about something that may be so here, or remove what it is for.',
});

/** Asks what decides what is offered and what a decision is worth: exploring has told that apart. */
function askHere(scenario: Scenario, { moments }: Graph, note: Note) {
  firstFollows(scenario, firstWorld(factsOf(scenario)), note);
  for (const { scene, world } of moments) {
    const { finds, decision } = scenario.scenes[scene]!;
    for (const { when } of Object.values(finds ?? {})) if (when) note(when, world);
    if (decision?.kind !== 'best-action') continue;
    for (const { when, key } of Object.values(decision.options)) {
      if (when) note(when, world);
      if (holds(when, world)) askInTurn(key.cases?.map((one) => one.when) ?? [], world, note);
    }
  }
}

/** Asks until one holds. */
function askInTurn(guards: readonly Guard[], world: World, note: Note) {
  for (const guard of guards) {
    note(guard, world);
    if (holds(guard, world)) return;
  }
}

/**
 * Asks what leads the story on, then what only decides what is told or shown: exploring forgets that, so
 * it is followed here.
 */
function askOnTheWay(scenario: Scenario, graph: Graph, note: Note) {
  const facts = factsOf(scenario);
  const changes = changesIn(scenario, graph, note);
  const alone = tellingsIn(scenario, graph).flatMap((told): Told[] =>
    told.isFirst ? [told] : told.guards.map((guard) => ({ ...told, guards: [guard] })),
  );
  const bySubject = Map.groupBy(alone, ({ guards }) => {
    const { facts: named, finds, minutes } = subjectOf(guards);
    return JSON.stringify([[...named].sort(), [...finds].sort(), minutes]);
  });
  for (const all of bySubject.values()) {
    const subject = subjectOf(all[0]!.guards);
    const worlds = possibleWorlds(scenario, graph, changes, subject);
    for (const { guards, tellings } of all)
      for (const { at, done, learns } of tellings)
        for (const before of worlds[at]!) {
          const here = { ...before, at: graph.moments[at]!.world.at };
          const learnt = learns ? applyEffects(here, {}, facts, learns) : here;
          const known = Object.keys(facts).filter((name) => subject.facts.has(name));
          const asked = Object.fromEntries(known.map((name) => [name, facts[name]!]));
          askInTurn(
            guards,
            done.reduce((now, one) => applyEffects(now, one, asked), learnt),
            note,
          );
        }
  }
}
