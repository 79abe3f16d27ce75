import { listOrganisations } from '../organisations/find-organisation.ts';

/** The parts of a request that tell where it was sent from. */
export interface Sender {
  method: string;
  origin: string | null;
  secFetchSite: string | null;
  host: string | null;
  /** The address of this service, where it has been set. */
  ownOrigin?: string | undefined;
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change anything: reading always may, writing only from a page of this
 * service. A browser adds the headers itself, so that another site cannot make them up.
 */
export function isOwnRequest({ method, origin, secFetchSite, host, ownOrigin }: Sender): boolean {
  if (reads.has(method.toUpperCase())) return true;
  if (origin === null) return secFetchSite === 'same-origin';
  const from = URL.parse(origin);
  // "null" is what a browser sends for a page that will not say where it is from.
  if (from === null || from.host === '') return false;
  const here = host === null ? null : URL.parse(`${from.protocol}//${host}`);
  return from.host === here?.host || from.host === URL.parse(ownOrigin ?? '')?.host;
}

/** Whether a request may change anything here, by its own headers and the address set for the service. */
export const isFromHere = ({ method, headers }: Request): boolean =>
  isOwnRequest({
    method,
    origin: headers.get('origin'),
    secFetchSite: headers.get('sec-fetch-site'),
    host: headers.get('host'),
    // With many organisations, the address set for the service is that of none of them.
    ownOrigin: listOrganisations() ? undefined : process.env['ORIGIN'],
  });
