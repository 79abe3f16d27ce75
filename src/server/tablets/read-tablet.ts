import { findTabletByToken, type Database, type Tablet } from '#db';
import { hashId } from '../auth/hash-id.ts';
import { tabletCookieName } from './tablet-cookie.ts';

/** As much of a request's cookies as is read here. */
export interface Cookies {
  get(name: string): { value: string } | undefined;
}

/** The shared tablet that a request comes from, if its browser was enrolled as one and still is. */
export async function readTablet(db: Database, cookies: Cookies): Promise<Tablet | undefined> {
  const token = cookies.get(tabletCookieName)?.value;
  return token ? findTabletByToken(db, hashId(token)) : undefined;
}
