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

/** What holds for every service at once, or is a service of others: not for a manager of some. */
const elsewhere: Record<string, readonly [assessor: number | string, manager: number | string]> = {
  '/places/new': [404, 404],
  '/places/:service': [404, 404],
  '/retention': [404, 404],
  '/requirements/CWP-NTC': [404, 404],
  '/policy/change': [404, 404],
  '/policy/change?from=nowhere': [404, 404],
  // They have rated nothing yet: the case opens, and a form without a rating is refused.
  '/calibration/hoist-with-one': [200, 200],
  'POST /calibration/hoist-with-one': [400, 400],
};

/** Whether an address names somebody of the cast, or something of theirs. */
export const isAboutSomebody = (path: string): boolean =>
  /:(?!policy|hash|service|tablet)[a-z]/.test(path);

/**
 * What an assessor and a manager of another service are answered. What is somebody's is to them what it
 * is to another worker; everything else is as it is for their role.
 */
export function answersElsewhere(
  path: string,
  answers: Answers,
  method = 'GET',
): [number | string, number | string] {
  const [, , other, assessor, manager] = answers;
  const special = elsewhere[`${method} ${path}`] ?? elsewhere[path];
  if (special) return [...special];
  return isAboutSomebody(path) ? [other!, other!] : [assessor!, manager!];
}

/** What a PIN on a shared tablet opens: playing, one's own record, and the rules it is worked out by. */
const openOnTablet = [
  /^\/(|home|profile|frameworks|policy|policy\/(:policy|\d{4}-.*)|nowhere|404|500|healthz|gallery)$/,
  /^\/(sign-in|sign-out|tablet|tablet\/.+|portraits\/.+|api\/attempts\/.+)$/,
  /^\/people\/[^/]+(\/IP-\d\d)?$/,
  /^\/(scenarios|attempts|observations)\/[^/]+$/,
  /^\/attempts\/[^/]+\/debrief$/,
];

/** On a tablet, who may be asked for by name there, and where somebody begins. */
const special: Record<string, number | string> = {
  '/': '/home',
  '/tablet/join': 200,
  '/tablet/:joan': 200,
};

/**
 * What Joan and a manager are answered who signed in with a PIN on a shared tablet. A manager is no more
 * there than any other worker.
 */
export function answersOnTablet(
  path: string,
  answers: Answers,
): [number | string, number | string] {
  const given = special[path];
  if (given !== undefined) return [given, given];
  if (!openOnTablet.some((open) => open.test(path))) return [404, 404];
  const [, self, other, , manager] = answers;
  return [self!, isAboutSomebody(path) ? other! : manager!];
}
