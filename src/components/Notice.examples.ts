export const examples = [
  {
    says: 'info',
    props: { kind: 'info', title: 'Your first choice is the one that counts' },
    words: 'You can play again as often as you like. That is practice, and nobody marks it.',
  },
  {
    says: 'warning',
    props: { kind: 'warning', title: 'This story is about abuse' },
    words: 'You can stop at any point. At the end we say who you can talk to.',
  },
  {
    says: 'error',
    props: { kind: 'error', title: 'Your choice was not saved' },
    words:
      'The connection dropped. What you chose is still below. Send it again when you are ready.',
  },
  {
    says: 'done',
    props: { kind: 'done' },
    words: 'The observation is signed. Amina can see it and reply.',
  },
] as const;
