import { findPin, listPinHolders, type Database, type NamedPerson, type Tablet } from '#db';
import { tidyPin } from '#domain/access/new-pin.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { openSession } from '../auth/open-session.ts';
import { verifyPassword } from '../auth/password.ts';
import type { SignedIn } from '../auth/session-cache.ts';
import { countedByPin, countedByTablet, slowedDown, type Guess } from '../auth/slowed-down.ts';

/** Whose names stand on a shared tablet: whoever works there and has a PIN. */
export const listNames = (db: Database, tablet: Tablet): Promise<NamedPerson[]> =>
  listPinHolders(db, tablet.serviceId);

/**
 * Signs somebody in by the PIN they typed on a shared tablet of their service. Wrong ones slow down
 * that name on every tablet, and that tablet for every name. They do not count against the password:
 * whoever plays with a colleague's name on a tablet must not lock them out of their own phone.
 */
export async function signInWithPin(
  db: Database,
  tablet: Tablet,
  personId: string,
  typed: string,
  before: { id: string } | null = null,
  at = new Date().toISOString(),
): Promise<Result<SignedIn, Guess | { code: 'not-found' }>> {
  const names = await listNames(db, tablet);
  if (!names.some(({ id }) => id === personId)) return refuse({ code: 'not-found' });
  const counted = [{ name: countedByPin(personId) }, countedByTablet(tablet.id)];
  const checked = await slowedDown(db, counted, at, async () => {
    const known = await findPin(db, personId);
    return known && (await verifyPassword(known.pinHash, tidyPin(typed))) ? known : undefined;
  });
  if (!checked.ok) return checked;
  return ok(await openSession(db, personId, { signedInBy: 'pin', deviceId: tablet.id }, before));
}
