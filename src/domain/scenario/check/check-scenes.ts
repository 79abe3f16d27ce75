import type { Scenario } from '../schema.ts';
import type { Problem } from './problem.ts';

/** Each scene does one thing, finds have one name in the whole story, and nothing happens for ever. */
export function checkScenes(scenario: Scenario): Problem[] {
  const problems: Problem[] = [];
  const firstFoundIn = new Map<string, string>();
  for (const [name, scene] of Object.entries(scenario.scenes)) {
    const path = ['scenes', name];
    const { decision, next, ending, strands, closes } = scene;
    const ways = [decision, next, ending, strands, closes].filter(Boolean).length;
    if (ways === 0)
      problems.push({
        code: 'no-way-out',
        path,
        message: `Nothing leads out of "${name}" and it is no ending.`,
        remedy: 'Give it a "decision", a "next", "strands" or an "ending".',
      });
    if (ways > 1)
      problems.push({
        code: 'two-things-at-once',
        path,
        message: `"${name}" has more than one of decision, next, strands, closes and ending.`,
        remedy: 'Keep one of them and move the others to scenes of their own.',
      });
    if ((scene.ending ?? closes) && (scene.happens ?? scene.finds))
      problems.push({
        code: 'after-the-end',
        path,
        message: `"${name}" ends or closes something, and still something could happen or be found in it.`,
        remedy: 'Move that to the scene before, or let this one lead on.',
      });
    if (strands && scene.finds)
      problems.push({
        code: 'two-things-at-once',
        path: [...path, 'finds'],
        message: `Nobody is in "${name}" itself, only in its strands, so nothing can be found there.`,
        remedy: 'Move that to a scene of one of the strands.',
      });
    for (const find of Object.keys(scene.finds ?? {})) {
      const other = firstFoundIn.get(find);
      if (other)
        problems.push({
          code: 'find-named-twice',
          path: [...path, 'finds', find],
          message: `"${find}" is already found in "${other}".`,
          remedy: 'Give this find a name of its own.',
        });
      firstFoundIn.set(find, name);
    }
    if (happensForEver(scenario, name))
      problems.push({
        code: 'happens-for-ever',
        path: [...path, 'happens'],
        message: `What happens in "${name}" can lead back to it with nobody doing anything.`,
        remedy: 'Break the circle of "happens".',
      });
  }
  return problems;
}

function happensForEver(scenario: Scenario, start: string): boolean {
  const waiting = (scenario.scenes[start]?.happens ?? []).map((happening) => happening.to);
  const seen = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === start) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(...(scenario.scenes[name]?.happens ?? []).map((happening) => happening.to));
  }
  return false;
}
