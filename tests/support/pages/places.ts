import { firstServiceId } from '#db';
import type { PagesOf, PageToVisit } from './page-to-visit.ts';

/** The pages about services and who works where. */
export const placesPages = ({ worker, manager }: PagesOf): PageToVisit[] => [
  { name: 'services', as: manager, path: '/places' },
  { name: 'a service', as: manager, path: `/places/${firstServiceId}` },
  { name: 'a service with errors', as: manager, path: '/places/new', press: 'Add the service' },
  { name: 'where somebody works', as: manager, path: `/people/${worker.id}/places` },
];
