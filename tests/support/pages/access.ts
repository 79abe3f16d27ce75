import { beginSecondFactor } from '#db';
import { makeSecret } from '#server/second-factor/totp.ts';
import type { PagesOf, PageToVisit } from './page-to-visit.ts';

/** Makes what they need, and gives every page about ways in that needs no shared tablet. */
export async function accessPages({ db, worker, manager }: PagesOf): Promise<PageToVisit[]> {
  await beginSecondFactor(db, manager.id, makeSecret());
  return [
    { name: 'no shared tablet', as: undefined, path: '/tablet' },
    { name: 'PIN', as: worker, path: '/account/pin', press: 'Keep this PIN' },
    { name: 'app to set up', as: manager, path: '/account/second-factor', press: 'Use this app' },
    {
      name: 'new shared tablet',
      as: manager,
      path: '/tablets/new',
      press: 'Share this tablet and sign me out',
    },
  ];
}
