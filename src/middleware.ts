import { randomUUIDv7 } from 'node:crypto';
import { defineMiddleware } from 'astro:middleware';
import type { APIContext, MiddlewareNext } from 'astro';
import { answerNoted } from '#server/audit/answer-noted.ts';
import {
  asksForJson,
  pathToComeBackTo,
  refuseForeign,
  refuseJson,
  withNext,
} from '#server/auth/answers.ts';
import { idleSeconds } from '#domain/access/session-end.ts';
import { isFromHere } from '#server/auth/is-own-request.ts';
import { readSession } from '#server/auth/read-session.ts';
import {
  codeRoute,
  decideEntry,
  firstPasswordRoute,
  secondFactorRoute,
  type Entry,
} from '#server/auth/routes.ts';
import {
  makeBlankCookie,
  makeSessionCookie,
  sessionCookieName,
} from '#server/auth/session-cookie.ts';
import { tabletCookieName } from '#server/tablets/tablet-cookie.ts';
import { goTo } from '#server/go-to.ts';
import { answerBusy, isBusy } from '#server/limits/answer-busy.ts';
import { refuseHeavyRead } from '#server/limits/refuse-heavy-read.ts';
import { openService } from '#server/open-service.ts';

/** Every request, and what goes wrong in it: logged under its id, and told by the page for that. */
export const onRequest = defineMiddleware(async (context, next) => {
  try {
    return await answer(context, next);
  } catch (error) {
    const { noteError } = context.locals;
    noteError?.(error);
    if (noteError && isBusy(error)) return answerBusy(context.request.headers);
    // Astro itself shows an error where nobody notes it, and what to show where its page fails.
    if (!noteError || context.routePattern === '/500') throw error;
    // With no body, Astro answers with that page, and does not print the error a second time.
    return new Response(null, { status: 500 });
  }
});

/** Is it from here, who is it, may they use this; and nothing private is kept. */
async function answer(context: APIContext, next: MiddlewareNext): Promise<Response> {
  const { request, locals, routePattern } = context;
  if (!isFromHere(request)) return refuseForeign(request.headers);
  // Health must be told even where there is no database to read a session from.
  if (routePattern === '/healthz') return next();

  await recognise(context);
  const { person, session } = locals;
  const { role, onTablet } = person ?? {};
  const visitor = session && role ? { ...session, role, onTablet } : null;
  const entry = decideEntry(routePattern, visitor);
  const tooMany = person
    ? await refuseHeavyRead(routePattern, person.id, request.headers)
    : undefined;
  const answered =
    tooMany ?? (entry === 'enter' ? await enter(context, next) : turnAway(entry, context));
  return keepPrivate(lockWhenIdle(answered, context), visitor !== null);
}

/** Whatever is written from here on is noted in the audit log, with who did it and to whom. */
function enter({ request, routePattern, params, locals }: APIContext, next: MiddlewareNext) {
  const requested = { method: request.method, pattern: routePattern, params };
  return answerNoted(locals.db, requested, locals.person, next);
}

async function recognise({ locals, cookies, request }: APIContext) {
  // An error page runs through here a second time, with the same locals.
  if ((locals as Partial<App.Locals>).db) return;
  const { db, sample } = await openService(request.headers.get('host'));
  const found = await readSession(db, cookies.get(sessionCookieName)?.value);
  Object.assign(locals, { db, sample, person: null, session: null, formId: randomUUIDv7() });
  if (found === undefined) return;
  if (found === 'stale') {
    const blank = makeBlankCookie(db);
    cookies.set(blank.name, blank.value, blank.attributes);
    return;
  }
  locals.person = found.person;
  locals.session = found.session;
  if (!found.renewed) return;
  const cookie = makeSessionCookie(db, found.session.id);
  cookies.set(cookie.name, cookie.value, cookie.attributes);
}

function turnAway(entry: Exclude<Entry, 'enter'>, context: APIContext): Response {
  const { request, url, cookies } = context;
  const json = asksForJson(request.headers);
  if (entry === 'not-found') {
    // With no body, Astro answers with the page for what is not found.
    return json
      ? refuseJson(404, 'not-found', 'There is nothing here.')
      : new Response(null, { status: 404 });
  }
  if (entry === 'sign-in') {
    if (json) return refuseJson(401, 'signed-out', 'You are signed out. Sign in to carry on.');
    // Where somebody was on a shared tablet is no business of whoever takes it up next.
    if (cookies.get(tabletCookieName)) return goTo('/tablet');
    return goTo(withNext('/sign-in', pathToComeBackTo(request, url)));
  }
  const [path, words] = first[entry];
  if (json) return refuseJson(403, entry, words);
  return goTo(withNext(path, pathToComeBackTo(request, url)));
}

/** What comes before anything else, and what to say of it. */
const first = {
  'choose-password': [firstPasswordRoute, 'Choose your own password first.'],
  'give-code': [codeRoute, 'Give the code from your app first.'],
  'set-up-code': [secondFactorRoute, 'Set up an authenticator app first.'],
} as const;

/**
 * A page that somebody left lying on a shared tablet goes away by itself. Not in an attempt, where
 * somebody may be writing: there the session ends as soon, and the page stays.
 */
function lockWhenIdle(response: Response, { locals, routePattern }: APIContext): Response {
  const { onTablet, signedIn } = locals.person ?? {};
  if (onTablet && signedIn && isPage(response) && !routePattern.startsWith('/attempts/'))
    response.headers.set('Refresh', `${idleSeconds(signedIn)}; url=/tablet`);
  return response;
}

const isPage = ({ headers }: Response) =>
  headers.get('content-type')?.startsWith('text/html') ?? false;

function keepPrivate(response: Response, signedIn: boolean): Response {
  const { headers } = response;
  // A page would otherwise stay behind in the browser of a shared tablet.
  if (isPage(response) || (signedIn && !headers.has('cache-control'))) {
    headers.set('Cache-Control', 'private, no-store');
  }
  return response;
}
