import { cookieName, isServedSecurely } from '../auth/cookie-name.ts';

/** The cookie that makes a browser a shared tablet. What it holds is stored only as a hash. */
export const tabletCookieName = cookieName('in_practice_tablet');

const year = 365 * 24 * 60 * 60;

/** How the cookie is set: for a year, since a tablet on a wall is enrolled once and not every morning. */
export const tabletCookieOptions = () =>
  ({
    httpOnly: true,
    maxAge: year,
    path: '/',
    sameSite: 'lax',
    secure: isServedSecurely(),
  }) as const;
