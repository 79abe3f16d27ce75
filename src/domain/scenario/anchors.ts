import type { Graph } from './explore.ts';
import type { Decision } from './decision.ts';
import type { Scenario } from './schema.ts';
import type { Level } from './words.ts';

/** A decision, or a group of equivalent ones, that every path from start to end meets. */
export interface Anchor {
  name: string;
  /** The highest level claimed of its competency that its decision may speak for. */
  level: Level;
  competency: string;
  weight: number;
  scenes: string[];
}

/** Decisions by the anchor name they share; a decision without one stands alone under its scene. */
export function decisionGroups(
  scenario: Scenario,
): Map<string, { scene: string; decision: Decision }[]> {
  const groups = new Map<string, { scene: string; decision: Decision }[]>();
  for (const [scene, { decision }] of Object.entries(scenario.scenes)) {
    if (!decision) continue;
    const name = decision.anchor ?? scene;
    groups.set(name, [...(groups.get(name) ?? []), { scene, decision }]);
  }
  return groups;
}

/** Whether some path reaches an ending without deciding in any of these scenes. */
function canAvoid(scenario: Scenario, graph: Graph, scenes: Set<string>): boolean {
  const onward = new Map<number, number[]>();
  for (const { from, move, to } of graph.steps) {
    // To come to a scene is not enough: what happens by itself may end it before anything is decided.
    if (move.type === 'decide' && scenes.has(graph.moments[from]!.scene)) continue;
    const targets = onward.get(from);
    if (targets) targets.push(to);
    else onward.set(from, [to]);
  }
  const waiting = [0];
  const seen = new Set(waiting);
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const { scene } = graph.moments[number]!;
    if (scenario.scenes[scene]?.ending) return true;
    for (const next of onward.get(number) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return false;
}

/**
 * The anchors of every claim that a scenario makes: assessment method §2. A level 3 decision also
 * anchors a level 2 claim of the same competency, never the reverse; where only level 2 is claimed it
 * counts for level 2.
 */
export function findAnchors(scenario: Scenario, graph: Graph): Anchor[] {
  return [...decisionGroups(scenario)].flatMap(([name, members]) => {
    const first = members[0]!.decision;
    // Reasons wait for a person to mark them: they carry no credit of their own.
    if (first.kind === 'rationale') return [];
    const claimed = first.competencies.flatMap((competency) => {
      const level = claimedLevel(scenario, competency, first.level);
      return level ? [{ competency, level }] : [];
    });
    if (!claimed.length) return [];
    if (canAvoid(scenario, graph, new Set(members.map((member) => member.scene)))) return [];
    return claimed.map(({ competency, level }) => ({
      name,
      level,
      competency,
      weight: first.weight,
      scenes: members.map((member) => member.scene),
    }));
  });
}

function claimedLevel(scenario: Scenario, competency: string, most: Level): Level | undefined {
  const levels = scenario.claims.flatMap((claim) =>
    claim.competency === competency && claim.level <= most ? [claim.level] : [],
  );
  return levels.includes(3) ? 3 : levels[0];
}

/** The anchors that a claim rests on. */
export const anchorsOf = (
  anchors: readonly Anchor[],
  claim: { competency: string; level: Level },
): Anchor[] =>
  anchors.filter((anchor) => anchor.competency === claim.competency && anchor.level >= claim.level);
