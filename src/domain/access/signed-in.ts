/** How somebody can show who they are, the weakest way first. */
export const waysToSignIn = ['pin', 'password', 'password-and-code'] as const;
export type SignedInBy = (typeof waysToSignIn)[number];

/** How somebody signed in, and the id of the shared tablet it was on; null for a device of their own. */
export interface SignedInWay {
  signedInBy: SignedInBy;
  deviceId: string | null;
}

/** Somebody who plays: who it is, and how they showed it. Where that is not said, by a password. */
export interface Player {
  id: string;
  signedIn?: SignedInWay;
}

/** What is taken of whoever acts by no session: a test, a made-up year, a command. */
export const byPassword: SignedInWay = { signedInBy: 'password', deviceId: null };

const strength = ({ signedInBy }: SignedInWay) => waysToSignIn.indexOf(signedInBy);

/** Whether one way says less about who it was than another. */
export const isWeaker = (one: SignedInWay, other: SignedInWay): boolean =>
  strength(one) < strength(other);

const words: Record<SignedInBy, string> = {
  pin: 'with a PIN',
  password: 'with a password',
  'password-and-code': 'with a password and a code',
};

/** Says how somebody had signed in, with the name of the shared tablet where it was on one. */
export function saySignedIn(
  { signedInBy, deviceId }: SignedInWay,
  tablets: ReadonlyMap<string, string>,
): string {
  const tablet = deviceId === null ? undefined : tablets.get(deviceId);
  const where = tablet === undefined ? '' : ` on the tablet “${tablet}”`;
  return `Signed in ${words[signedInBy]}${where}.`;
}
