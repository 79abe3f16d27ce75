export const examples = [
  { says: 'the first moment', props: { behind: 0 } },
  { says: 'five moments in', props: { behind: 5 } },
  { says: 'the end', props: { behind: 8, open: false } },
] as const;
