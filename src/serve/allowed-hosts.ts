/** Whether this service answers to the host that a request names. */
export type AnswersTo = (host: string | undefined) => boolean;

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

/** Makes the question out of the names; with no name in it, every host is right. */
export function answersTo(names: readonly string[]): AnswersTo {
  const known = new Set(names);
  return (host) => known.size === 0 || known.has(hostName(host));
}

/** The name in a Host header, in small letters and without its port; empty for what is none. */
export function hostName(host = ''): string {
  const text = host.trim();
  return text ? (URL.parse(`http://${text}`)?.hostname ?? '') : '';
}
