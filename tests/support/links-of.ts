import type { Answered } from './visitor.ts';

/** Where the links of a page lead within the service, without what stands after a hash. */
export const linksOf = ({ body }: Pick<Answered, 'body'>): string[] =>
  [...body.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, path]) => path!.replaceAll('&amp;', '&'));
