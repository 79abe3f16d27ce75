export const examples = [
  {
    says: 'two problems',
    props: {
      problems: [
        { field: 'seen-on', message: 'Say which day you saw it' },
        { field: 'what-i-saw', message: 'Write what you saw' },
      ],
    },
  },
] as const;
