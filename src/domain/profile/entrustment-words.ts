/** The words that entrustment levels go by, 1 to 5. */
export const entrustmentWords = [
  'watch only',
  'with someone beside',
  'with someone nearby',
  'alone within limits',
  'can guide others',
] as const;
