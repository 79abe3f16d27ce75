import { hostName } from '#server/host-name.ts';

/** Why a request for a host is turned away at the door, or nothing where it is let in. */
export type TurnAway = (
  host: string | undefined,
) => { status: 421 | 503; text: string } | undefined;

/**
 * The names that the service answers to: those of ALLOWED_HOSTS (commas between), and of ORIGIN. With
 * neither set it answers to every name, as it must on a machine that is being tried out. The port is
 * left out of account: a proxy may listen on another.
 */
export function readAllowedHosts({ ALLOWED_HOSTS, ORIGIN }: NodeJS.ProcessEnv): string[] {
  const origin = URL.parse(ORIGIN ?? '')?.hostname ?? '';
  const hosts = (ALLOWED_HOSTS ?? '').split(',').map(hostName);
  return [...new Set([...hosts, origin])].filter((name) => name !== '');
}

/** Nobody is told which names there are. */
export const unknownHost = { status: 421, text: 'There is no service of that name here.' } as const;

/** Turns away every host but these; with no name in it, none. */
export function turnAwayOthers(names: readonly string[]): TurnAway {
  const known = new Set(names);
  return (host) => (known.size === 0 || known.has(hostName(host)) ? undefined : unknownHost);
}
