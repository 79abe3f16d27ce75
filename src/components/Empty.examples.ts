export const examples = [
  {
    says: 'nothing played yet',
    props: { title: 'Your profile will grow here' },
    words:
      'It shows what you have decided in scenarios and what people have seen you do. Begin with a story of ten minutes.',
    link: 'Choose your first scenario',
  },
] as const;
