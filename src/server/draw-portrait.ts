import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import type { Mood } from '#domain/scenario/words.ts';
import type { Portrait } from '#domain/scenario/schema.ts';

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
