import { inForm } from '#domain/scenario/forms.ts';
import { Mood } from '#domain/scenario/words.ts';
import { listScenarios, readScenario } from '../content/read-scenario.ts';
import { drawPortrait } from '../draw-portrait.ts';

/** Draws a person of a scenario file, by a name such as `dot.tired`, or nothing where there is none. */
export async function drawTriedFace(
  slug: string,
  face: string,
  form: string | null,
): Promise<string | undefined> {
  const [id = '', said = ''] = face.split('.');
  const mood = Mood.safeParse(said);
  if (!mood.success || !(await listScenarios()).includes(slug)) return undefined;
  const { read } = await readScenario(slug);
  if (!read.ok) return undefined;
  const { people } = inForm(read.value, form ?? '');
  return Object.hasOwn(people, id) ? drawPortrait(people[id]!.portrait, mood.data) : undefined;
}
