/** What each is answered, in the order stranger, self, other, assessor, manager. A path is where it sends them. */
export type Answers = readonly (number | string)[];

/** Pages by their files, each with the addresses to ask for and what each visitor is answered. */
export type PageAnswers = Record<string, [string, Answers][]>;

export const everyone = (answer: number | string): Answers =>
  Array<number | string>(5).fill(answer);
export const signedIn = (answer: number | string): Answers => [
  '/sign-in',
  ...Array<number | string>(4).fill(answer),
];
/** Joan's own, and whoever may read her record. */
export const record: Answers = ['/sign-in', 200, 404, 200, 200];
export const ownOnly: Answers = ['/sign-in', 200, 404, 404, 404];
export const observers: Answers = ['/sign-in', 404, 404, 200, 200];
export const managers: Answers = ['/sign-in', 404, 404, 404, 200];
