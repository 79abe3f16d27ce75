import type { Task } from '#domain/observation/tasks.ts';
import type { Chance } from '#domain/simulation/chance.ts';

const began: Partial<Record<Task, string>> = {
  'medicines-round': 'Helped Mr D with his morning tablets.',
  handover: 'Gave the handover to the late shift.',
  'personal-care': 'Helped Mrs W to wash and dress.',
  conversation: 'Sat with Mr B and his daughter, who was upset.',
  'first-visit': 'Made the first visit to Mrs F at home.',
  'unplanned-event': 'Mr J was not himself when we came in.',
};

const went = [
  'Did not ask first and did not look at the plan. I stepped in and finished it myself.',
  'Knew some of it and left out a step that matters. I had to say so twice, and then it was done.',
  'Did it safely and asked me once whether it was right. Wrote it down afterwards, with the time.',
  'Asked, waited for the answer, checked the plan and did it well. I had nothing to add.',
  'Did it so that I would show it to others, and explained to a new colleague why each step matters.',
] as const;

/** What an observer writes who puts down so much trust. */
export const sayWhatWasSeen = (task: Task, lowest: number): string =>
  `${began[task] ?? 'Came along on the shift.'} ${went[lowest - 1]!}`;

const said = ['“She listens.” (Mrs W)', '“All right, thank you.” (Mr D)', '', '', ''];

/** What the person supported said, or nothing: mostly nobody was asked. */
export const sayOfPerson = (chance: Chance): string => chance.one(said);

/** The reasons that somebody writes who judges so well. */
export const writeReasons = (judges: number): string =>
  judges >= 0.75
    ? 'I went by what I had seen and by what the plan says about it. I chose the one that could not wait, told the others when I would be back, and wrote down what I saw and when. I would think otherwise if it came at another time of day, so I asked for it to be looked at.'
    : judges >= 0.55
      ? 'I thought it was the safest thing to do at that time. I told the senior and wrote it down.'
      : 'It is what we always do.';

const thoughts = [
  'I was in a hurry. Next time I look at the plan first.',
  'I did not know that I may ask. I will.',
  'I would do the same again, and write it down sooner.',
  'I had not thought about how it looked from his chair.',
];

/** What somebody thinks after a scenario. */
export const writeThought = (chance: Chance): string => chance.one(thoughts);

/** What was talked about after a choice that would have done harm. */
export const talkedAbout =
  'We went through what the choice would have meant for the person, what was known at the time and what to do instead. They could say it in their own words.';
