/** A moment as a page shows it: what the learner's view holds, its prose as HTML. */
export interface ShownScene {
  step: number;
  scene: { id: string; title: string; place: string; clock: string; html: string };
  people: { name: string; looks: string; src: string }[];
  finds: { id: string; label: string; minutes: number }[];
  found: { id: string; label: string; html: string }[];
  known: { id: string; note: string }[];
  decision: { prompt: string; options: { id: string; text: string }[] } | undefined;
  next: { label: string } | undefined;
  ending: 'well' | 'mixed' | 'hard' | undefined;
  past: { title: string; html: string; did: string; followed: string } | undefined;
}

/** How an answer to a move reads: where the worker now is, and what to tell them if it was refused. */
export interface MoveAnswer {
  code:
    | 'moved'
    | 'finished'
    | 'stale-step'
    | 'not-offered'
    | 'nothing-chosen'
    | 'not-found'
    | 'malformed';
  message?: string;
  scene?: ShownScene;
}

/** What to tell a worker whose move was refused: what happened, and that nothing is lost. */
export const refusalWords = {
  'stale-step':
    'This moment has passed: your choice was made in another tab or on another device. Here is where you are now.',
  finished: 'This scenario has ended. What you did is kept.',
  'not-offered': 'That cannot be done here. Choose one of the ways below.',
  'nothing-chosen': 'Choose what you do first.',
  'not-found': 'We cannot find this. Go back to your home page.',
  malformed: 'Something was missing from that. Choose again.',
} as const;
