/** The figures that the checks of words and of tells go by, in one place. */
export const limits = {
  /** In years: a worker who reads like a child of eleven can follow everything they read here. */
  readingAge: 11,
  /** Below this many words one long word swings the figure; the formula was made on samples of 100. */
  fewestWordsToJudge: 100,
  /** In words: past 25 a reader has lost the beginning, says the style guide of GOV.UK. */
  longestSentence: 25,
  /** With fewer decisions than this, any pattern in them may be chance. */
  fewestDecisionsToJudge: 5,
  /** Of four options the longest is best a quarter of the time by chance; past half, length gives it away. */
  bestIsLongest: 0.5,
  /** The best of four stands in one place a quarter of the time by chance; past this it is a habit. */
  bestInOnePlace: 0.6,
} as const;
