import { roles, type Role } from '#domain/access/person.ts';
import type { CodeStep } from '#domain/access/second-factor.ts';

/** Who may use a route: everyone, signed in or not, or only people in these roles. */
export type Who = 'everyone' | readonly Role[];

const signedIn = roles;
const observers: readonly Role[] = ['assessor', 'manager'];
const managers: readonly Role[] = ['manager'];

/**
 * Every route by Astro's own pattern, with who may use it. `/*` stands for whatever lies below; the
 * longest match holds. A page that is not here is answered as not found.
 */
export const routes: Readonly<Record<string, Who>> = {
  '/sign-in': 'everyone',
  '/sign-in/code': signedIn,
  '/tablet': 'everyone',
  '/tablet/*': 'everyone',
  '/sign-out': 'everyone',
  '/healthz': 'everyone',
  '/gallery': 'everyone',
  '/404': 'everyone',
  '/500': 'everyone',

  '/': signedIn,
  '/account': signedIn,
  '/account/*': signedIn,
  '/home': signedIn,
  '/frameworks': signedIn,
  '/profile': signedIn,
  '/profile/*': signedIn,
  '/people/*': signedIn,
  '/observations/*': signedIn,
  '/policy': signedIn,
  '/policy/*': signedIn,
  '/accounts/*': signedIn,
  '/supervisions/*': signedIn,
  '/scenarios/*': signedIn,
  '/attempts/*': signedIn,
  '/portraits/*': signedIn,
  '/api/attempts/*': signedIn,

  '/team': observers,
  '/team/*': observers,
  '/team/new': managers,
  '/team/left': managers,
  '/retention': managers,
  '/library': observers,
  '/today': observers,
  '/service': observers,
  '/marking': observers,
  '/marking/*': observers,
  '/calibration': observers,
  '/calibration/*': observers,
  '/outcomes': observers,
  '/outcomes/*': observers,
  '/alerts': observers,
  '/alerts/*': observers,
  '/cover': observers,
  '/requirements': observers,
  '/requirements/*': managers,
  '/targets': observers,
  '/tablets': managers,
  '/tablets/*': managers,
  '/places': managers,
  '/places/*': managers,
  '/import': managers,
  '/training': managers,
  '/training/*': managers,
  '/pack': managers,
  '/pack/*': managers,
  '/policy/change': managers,
  '/try/*': observers,
};

/**
 * What a PIN on a shared tablet is good for, whatever the role: playing, reading one's own record, and
 * the rules that are applied to it. Written out, so that a new page is closed to it until somebody says.
 */
const onTablet = new Set([
  ...['/', '/home', '/profile', '/people/[personId]', '/people/[personId]/[competency]'],
  ...['/scenarios/[slug]', '/attempts/[attemptId]', '/attempts/[attemptId]/debrief'],
  ...['/api/attempts/[attemptId]/moves', '/portraits/[hash]/[face].svg'],
  ...['/observations/[observationId]', '/frameworks', '/policy', '/policy/[version]'],
]);

/** Where somebody with a joining code may go before they have chosen a password. */
export const firstPasswordRoute = '/account/first-password';
/** Where somebody gives the code of their app, and where one is set up. */
export const codeRoute = '/sign-in/code';
export const secondFactorRoute = '/account/second-factor';

const always = ['/sign-out', '/404', '/500'];
const openBeforeFirstPassword = new Set([firstPasswordRoute, ...always]);
const openBeforeCode = new Set([codeRoute, ...always]);
const openBeforeSetUp = new Set([secondFactorRoute, ...always]);

/** Who may use the route of a pattern, or nothing where no row names it. */
export function whoMayUse(pattern: string): Who | undefined {
  const exact = routes[pattern];
  if (exact) return exact;
  for (let end = pattern.lastIndexOf('/'); end > 0; end = pattern.lastIndexOf('/', end - 1)) {
    const above = routes[`${pattern.slice(0, end)}/*`];
    if (above) return above;
  }
  return undefined;
}

/** What happens at the door of a route. */
export type Entry =
  'enter' | 'sign-in' | 'choose-password' | 'give-code' | 'set-up-code' | 'not-found';

/** As much of somebody signed in as decides where they may go. */
export interface AtTheDoor {
  role: Role;
  mustChoosePassword: boolean;
  codeStep?: CodeStep;
  onTablet?: boolean | undefined;
}

/** Decides who comes in. What somebody may not use is, to them, not there. */
export function decideEntry(pattern: string, visitor: AtTheDoor | null): Entry {
  const who = whoMayUse(pattern);
  if (who === undefined) return 'not-found';
  if (visitor?.mustChoosePassword && !openBeforeFirstPassword.has(pattern))
    return 'choose-password';
  if (visitor?.codeStep === 'give' && !openBeforeCode.has(pattern)) return 'give-code';
  if (
    visitor?.codeStep === 'set-up' &&
    !openBeforeSetUp.has(pattern) &&
    !visitor.mustChoosePassword
  )
    return 'set-up-code';
  if (who === 'everyone') return 'enter';
  if (visitor === null) return 'sign-in';
  if (visitor.onTablet) return onTablet.has(pattern) ? 'enter' : 'not-found';
  return who.includes(visitor.role) ? 'enter' : 'not-found';
}
