import type { PagesOf, PageToVisit } from './page-to-visit.ts';

/** Makes what they need, and gives every page of its area. */
export async function policyPages({ worker, manager }: PagesOf): Promise<PageToVisit[]> {
  return [
    { name: 'policy', as: worker, path: '/policy' },
    { name: 'policy, for the manager', as: manager, path: '/policy' },
    { name: 'policy of a version', as: worker, path: '/policy/2026-11-22' },
    { name: 'change of policy', as: manager, path: '/policy/change' },
    {
      name: 'change of policy with errors',
      as: manager,
      path: '/policy/change',
      press: 'See what would change',
    },
  ];
}
