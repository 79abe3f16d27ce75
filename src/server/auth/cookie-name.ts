/** Whether browsers reach this service by https, and so may be told to send a cookie only there. */
export const isServedSecurely = (): boolean =>
  process.env['ORIGIN']?.startsWith('https://') ?? false;

/**
 * The name of a cookie of ours. Where it travels by https only, it begins with `__Host-`: a browser takes
 * such a one from this very host alone, so that no neighbour and nobody on the line can plant one.
 */
export const cookieName = (name: string): string => (isServedSecurely() ? `__Host-${name}` : name);
