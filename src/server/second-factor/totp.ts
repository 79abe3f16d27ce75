import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';

/** How long one code is shown, in seconds: what authenticator apps take for granted (RFC 6238). */
const period = 30;

/** Steps before and after the present one that are taken too: clocks of phones are not quite right. */
const tolerance = 1;

const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer: 'In Practice',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period,
  });

/** A new secret of 160 bits, in base32. */
export const makeSecret = (): string => new Secret({ size: 20 }).base32;

/** The code of a secret at a time, as an app shows it. */
export const showCode = (secret: string, at: string): string =>
  totpOf(secret).generate({ timestamp: Date.parse(at) });

/** The time step that a code belongs to, where it is one of about now. */
export function findStep(secret: string, code: string, at: string): number | undefined {
  const timestamp = Date.parse(at);
  const away = totpOf(secret).validate({ token: code, timestamp, window: tolerance });
  return away === null ? undefined : TOTP.counter({ period, timestamp }) + away;
}

/** The picture that an app reads a secret from, as SVG, and the secret in groups to be typed instead. */
export const drawSecret = (secret: string, username: string) => ({
  svg: renderSVG(totpOf(secret, username).toString(), { ecc: 'M', border: 2 }),
  text: secret.match(/.{1,4}/g)!.join(' '),
});
