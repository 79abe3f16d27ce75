import type { AnswerProblem } from '../scenario/answer.ts';
import type { LearnerView, SeenDecision } from './learner-view.ts';

/** Somebody in a scene, their look in words, and where their face is drawn. */
export interface ShownPerson {
  name: string;
  looks: string;
  src: string;
}

/** Another thing that goes on at the same time; without a turn where it is settled. */
export interface ShownStrand {
  id: string;
  title: string;
  place: string;
  html: string;
  people: ShownPerson[];
  turn: { label: string; minutes: number } | undefined;
}

/** A moment as a page shows it: what the learner's view holds, its prose as HTML. */
export interface ShownScene {
  step: number;
  scene: { id: string; title: string; place: string; clock: string; html: string };
  people: ShownPerson[];
  /** What holds several things at once together, and the others of them. */
  beside: { title: string; html: string; strands: ShownStrand[] } | undefined;
  finds: LearnerView['finds'];
  found: { id: string; label: string; html: string }[];
  known: { id: string; note: string }[];
  decision: SeenDecision | undefined;
  next: { label: string } | undefined;
  ending: 'well' | 'mixed' | 'hard' | undefined;
  past: { title: string; html: string; did: string; followed: string } | undefined;
}

/** How an answer to a move reads: where the worker now is, and what to tell them if it was refused. */
export interface MoveAnswer {
  code: 'moved' | keyof typeof refusalWords;
  message?: string;
  /** The id of the field to go back to, where one is in trouble. */
  field?: string;
  scene?: ShownScene;
}

/** What to tell a worker whose move was refused: what happened, and that nothing is lost. */
export const refusalWords = {
  'stale-step':
    'This moment has passed: your choice was made in another tab or on another device. Here is where you are now.',
  finished: 'This scenario has ended. What you did is kept.',
  'not-offered': 'That cannot be done here. Choose one of the ways below.',
  'nothing-chosen': 'Choose what you do first.',
  'wrong-number': 'Choose as many as it says, no more and no fewer.',
  'same-place': 'Two of them have the same place. Give each a place of its own.',
  'not-all': 'One of them has no answer yet. Give each of them one.',
  'nothing-written': 'Write your reasons first. A few words will do.',
  'too-long': 'Your reasons are too long to be kept. Shorten them to 4,000 letters.',
  'not-found': 'We cannot find this. Go back to your home page.',
  malformed: 'Something was missing from that. Choose again.',
} as const satisfies Record<AnswerProblem, string> & Record<string, string>;
