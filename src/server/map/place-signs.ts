import { back } from '#domain/scenario/target.ts';
import type { StoryGraph } from '#domain/scenario/story-graph.ts';
import { toLines, type MapLine, type Weigh } from './map-lines.ts';
import { setSign, type Sign } from './map-sign.ts';

/** The lines of a story, and the signs that some of them begin or end at instead of a scene. */
export function placeSigns(graph: StoryGraph, weigh?: Weigh): { lines: MapLine[]; signs: Sign[] } {
  const frameOf = new Map(graph.frames.flatMap((frame) => frame.scenes.map((id) => [id, frame])));
  const signs = new Map<string, Sign>();
  const lines = toLines(graph.ways, weigh).map((line): MapLine => {
    if (line.look === 'interrupts') {
      const id = `when:${line.from}`;
      const frame = graph.frames.find((one) => one.kind === 'interruption' && one.id === line.from);
      signs.set(id, setSign(id, frame, 'Comes once, when', frame?.how ?? ''));
      return { ...line, from: id };
    }
    if (line.to !== back) return line;
    const frame = frameOf.get(line.from);
    const id = `back:${frame?.id ?? line.from}`;
    signs.set(id, setSign(id, frame, 'Back', 'to where it was'));
    return { ...line, to: id };
  });
  return { lines, signs: [...signs.values()] };
}
