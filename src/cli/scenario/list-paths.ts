import { parseArgs } from 'node:util';
import { walkGoldenPath } from '#domain/attempt/walk-golden-path.ts';
import { anchorsOf } from '#domain/scenario/anchors.ts';
import { decisionPaths, type Looking } from '#domain/scenario/decision-paths.ts';
import { explore } from '#domain/scenario/explore.ts';
import { claimName } from '#domain/scenario/golden-path.ts';
import { sayMoves } from '#domain/scenario/move-words.ts';
import type { PublishedScenario } from '#domain/scenario/published.ts';
import type { Move } from '#domain/scenario/to-machine.ts';
import { findScenario } from './find-scenario.ts';
import { oneSlug, wholeNumber, type Verb } from './verb.ts';

const usage = 'npm run scenario -- paths <slug> [--form a] [--limit 50]';

const sayCount = (count: number, complete: boolean, bound: number) => {
  if (count === Infinity) return 'no end of ways, since the story can go round,';
  const ways = count === 1 ? 'way' : 'ways';
  return complete
    ? `${count.toLocaleString('en-GB')} ${ways}`
    : `more than ${bound.toLocaleString('en-GB')} ways`;
};

/** The paths of several listings as one, those of fewest moves first. */
function* merged(listings: { looking: Looking; paths: Generator<Move[]> }[]) {
  const heads = listings.map(({ looking, paths }) => ({ looking, paths, next: paths.next() }));
  for (;;) {
    const open = heads.filter(({ next }) => !next.done);
    if (!open.length) return;
    const first = open.reduce((a, b) => (b.next.value!.length < a.next.value!.length ? b : a));
    yield { looking: first.looking, moves: first.next.value! };
    first.next = first.paths.next();
  }
}

function sayPath(published: PublishedScenario, moves: Move[], number: number): string[] {
  const words = sayMoves(published, moves);
  const walked = walkGoldenPath(published, { moves: words });
  if (!walked.ok) throw new Error(`${words.join(', ')}: ${walked.problem.message}`);
  const { ending, feel, claims, harm } = walked.value;
  const totals = published.scenario.claims.map((claim) => {
    const name = claimName(claim);
    return `${name} ${(claims[name] ?? 0).toFixed(2)} on ${anchorsOf(published.anchors, claim).length}`;
  });
  return [
    `${number}. ${ending} (${feel}), ${moves.length} moves. ${totals.join('; ')}.${harm.length ? ` Harm: ${harm.join(', ')}.` : ''}`,
    `   ${words.join(' > ')}`,
  ];
}

/** Lists the ways through a scenario with what each comes to, those of fewest moves first. */
export const listPaths: Verb = async (args, { say, note }) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { limit: { type: 'string' }, form: { type: 'string' } },
  });
  const slug = oneSlug(positionals, usage);
  const limit = wholeNumber('limit', values.limit, 50);
  note(`Looking for every path of "${slug}" …`);
  const published = await findScenario(slug, values.form);
  const graph = explore(published.scenario);
  const [without, looked] = (['nothing', 'everything'] as const).map((looking) => ({
    looking,
    ...decisionPaths(published.scenario, graph, looking),
  }));
  const listings = [without!, looked!].map((one) => ({
    looking: one.looking,
    paths: one.shortestFirst(),
  }));
  const shown = new Set<string>();
  for (const { moves } of merged(listings)) {
    if (shown.size >= limit) break;
    const lines = sayPath(published, moves, shown.size + 1);
    // Where nothing can be found out on the way, both manners of looking go the same way.
    if (shown.has(lines[1]!)) continue;
    shown.add(lines[1]!);
    lines.forEach(say);
  }
  const count = (paths: { count: number }) =>
    sayCount(paths.count, graph.complete, graph.moments.length);
  say(
    `There are ${count(without!)} to decide with nothing found out, ${count(looked!)} with everything found out that makes a difference. Shown: the shortest ${shown.size}. Answers that lead to the same place are told once.`,
  );
  return 0;
};
