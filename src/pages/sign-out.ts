import type { APIRoute } from 'astro';
import { makeBlankCookie } from '#server/auth/session-cookie.ts';
import { readTablet } from '#server/tablets/read-tablet.ts';
import { signOut } from '#server/auth/sign-out.ts';

/** Ends this session. */
export const POST: APIRoute = async ({ locals, cookies, redirect }) => {
  if (locals.session) await signOut(locals.db, locals.session.id);
  const blank = makeBlankCookie(locals.db);
  cookies.set(blank.name, blank.value, blank.attributes);
  // A shared tablet is handed on: to whoever is next, not to somebody typing a user name.
  const tablet = await readTablet(locals.db, cookies);
  const away = redirect(tablet ? '/tablet' : '/sign-in', 303);
  // What was typed and kept on a shared device goes with whoever typed it.
  away.headers.set('Clear-Site-Data', '"storage"');
  return away;
};
