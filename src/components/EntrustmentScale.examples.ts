const words = [
  'I would want them to watch only',
  'I would want to be beside them',
  'I would want someone nearby',
  'They could do this alone, within limits',
  'They could guide others in this',
] as const;

const asked = {
  name: 'entrustment',
  legend: 'Next time, how much would you trust Amina with this?',
  hint: 'Think of this task and this person, not of Amina in general.',
  words,
};

export const examples = [
  { says: 'with a choice made', props: { ...asked, value: 4 } },
  {
    says: 'with an error',
    props: { ...asked, name: 'entrustment-missing', error: 'Choose one of the five' },
  },
] as const;
