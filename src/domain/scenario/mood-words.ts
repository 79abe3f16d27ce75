import type { Mood } from './words.ts';

/** How a mood is said in words, beside the face that shows it. */
export const moodWords: Record<Mood, string> = {
  calm: 'looks calm',
  smiling: 'is smiling',
  laughing: 'is laughing',
  worried: 'looks worried',
  afraid: 'looks afraid',
  tired: 'looks tired',
  solemn: 'is quiet and serious',
  suspicious: 'is watching you closely',
  angry: 'looks angry',
  'in-pain': 'looks in pain',
  explaining: 'is explaining',
  asleep: 'has their eyes closed',
  proud: 'looks proud',
  serious: 'looks serious',
};
