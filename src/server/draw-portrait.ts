import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import type { Portrait } from '#domain/scenario/schema.ts';
import { Mood } from '#domain/scenario/words.ts';
import type { Database } from '#db';
import { findLoaded } from './content/load-version.ts';

/** The face of the drawing set that shows each mood. Comic faces are not used. */
const faces: Record<Mood, string> = {
  calm: 'calm',
  smiling: 'smile',
  laughing: 'smileBig',
  worried: 'concerned',
  afraid: 'fear',
  tired: 'tired',
  solemn: 'solemn',
  suspicious: 'suspicious',
  angry: 'contempt',
  'in-pain': 'concernedFear',
  explaining: 'explaining',
  asleep: 'eyesClosed',
  proud: 'driven',
  serious: 'serious',
};

/** Draws somebody in a mood as SVG: the same portrait in another mood is the same person. */
export function drawPortrait(portrait: Portrait, mood: Mood): string {
  const { seed, head, skin, hair, clothing, glasses, beard } = portrait;
  return createAvatar(openPeeps, {
    seed,
    head: [head] as never,
    face: [faces[mood]] as never,
    skinColor: [skin],
    ...(hair && { headContrastColor: [hair] }),
    ...(clothing && { clothingColor: [clothing] }),
    accessories: (glasses ? [glasses] : []) as never,
    accessoriesProbability: glasses ? 100 : 0,
    facialHair: (beard ? [beard] : []) as never,
    facialHairProbability: beard ? 100 : 0,
    maskProbability: 0,
  }).toString();
}

/** Draws the person and mood that an address such as `maureen.tired` names, if there is such a person. */
export async function drawFace(
  db: Database,
  address: string,
  face: string,
): Promise<string | undefined> {
  const [id = '', said = ''] = face.split('.');
  const mood = Mood.safeParse(said);
  if (!mood.success) return undefined;
  const version = await findLoaded(db, address);
  if (!version) return undefined;
  const { people } = version.scenario;
  const person = Object.hasOwn(people, id) ? people[id] : undefined;
  return person && drawPortrait(person.portrait, mood.data);
}
