import type { PagesOf, PageToVisit } from './page-to-visit.ts';

/** Makes what they need, and gives every page of its area. */
export async function policyPages(_of: PagesOf): Promise<PageToVisit[]> {
  return [];
}
