export const examples = [
  {
    says: 'with a hint',
    props: {
      name: 'email',
      label: 'Email',
      type: 'email',
      autocomplete: 'email',
      hint: 'The one your manager used when they added you.',
    },
  },
  {
    says: 'with an error, and what was typed',
    props: {
      name: 'seen-on',
      label: 'When did you see it?',
      value: '31 November',
      short: true,
      hint: 'For example, 21 November 2026',
      error: 'November has 30 days. Check the date.',
    },
  },
  {
    says: 'a long answer',
    props: {
      name: 'what-i-saw',
      label: 'What did you see?',
      type: 'textarea',
      hint: 'What was done and said, not what you make of it.',
    },
  },
  {
    says: 'one of a list',
    props: {
      name: 'role',
      label: 'What they do',
      type: 'select',
      value: 'worker',
      choices: [
        { value: 'worker', label: 'Care worker' },
        { value: 'assessor', label: 'Assessor' },
        { value: 'manager', label: 'Manager' },
      ],
    },
  },
] as const;
