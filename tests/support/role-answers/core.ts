import {
  everyone,
  managers,
  observers,
  ownOnly,
  record,
  signedIn,
  type PageAnswers,
} from './answers.ts';

/** The pages that are not of one of the areas beside this file. */
export const core: PageAnswers = {
  'index.astro': [['/', ['/sign-in', '/home', '/home', '/today', '/today']]],
  'sign-in.astro': [['/sign-in', [200, '/', '/', '/', '/']]],
  'sign-out.ts': [['/sign-out', everyone(404)]],
  'healthz.ts': [['/healthz', everyone(200)]],
  // Only while it is built: nobody finds it in a service that is served.
  'gallery.astro': [['/gallery', everyone(404)]],
  '404.astro': [
    ['/404', everyone(404)],
    ['/nowhere', everyone(404)],
    ['/team/nowhere/at/all', everyone(404)],
  ],
  '500.astro': [['/500', everyone(500)]],
  'account/index.astro': [['/account', signedIn(200)]],
  'account/first-password.astro': [['/account/first-password', signedIn('/')]],
  'home.astro': [['/home', signedIn(200)]],
  'frameworks.astro': [['/frameworks', signedIn(200)]],
  'profile.astro': [['/profile', signedIn('/people/')]],
  'people/[personId]/index.astro': [
    ['/people/:joan', record],
    ['/people/nobody', signedIn(404)],
  ],
  'people/[personId]/[competency].astro': [
    ['/people/:joan/IP-03', record],
    ['/people/:joan/IP-99', signedIn(404)],
    ['/people/:joan/constructor', signedIn(404)],
    ['/people/nobody/IP-03', signedIn(404)],
  ],
  'people/[personId]/ask.astro': [['/people/:joan/ask', managers]],
  'people/[personId]/observe.astro': [['/people/:joan/observe', observers]],
  'people/[personId]/reset.astro': [['/people/:joan/reset', managers]],
  'observations/[observationId]/index.astro': [
    ['/observations/:seen', record],
    ['/observations/:draft', ['/sign-in', 404, 404, '/observations/', 404]],
  ],
  'observations/[observationId]/sign.astro': [
    ['/observations/:draft/sign', ['/sign-in', 404, 404, 200, 404]],
    ['/observations/:seen/sign', ['/sign-in', 404, 404, '/observations/', 404]],
  ],
  'scenarios/[slug].astro': [
    ['/scenarios/morning-tablets', signedIn(200)],
    ['/scenarios/constructor', signedIn(404)],
  ],
  'scenarios/[slug]/map.astro': [
    ['/scenarios/morning-tablets/map', observers],
    ['/scenarios/constructor/map', signedIn(404)],
  ],
  'attempts/[attemptId]/index.astro': [
    ['/attempts/:open', ownOnly],
    ['/attempts/:done', ownOnly],
  ],
  'attempts/[attemptId]/debrief.astro': [
    ['/attempts/:done/debrief', record],
    ['/attempts/:open/debrief', ['/sign-in', '/attempts/', 404, 200, 200]],
  ],
  'portraits/[hash]/[face].svg.ts': [
    ['/portraits/:hash/yvonne.calm.svg', signedIn(200)],
    ['/portraits/:hash/nobody.calm.svg', signedIn(404)],
  ],
  'team/index.astro': [['/team', observers]],
  'team/new.astro': [['/team/new', managers]],
  'service.astro': [['/service', observers]],
  'library.astro': [['/library', observers]],
  // It shows keys: nobody finds it in a service that is served.
  'try/[slug]/index.astro': [['/try/morning-tablets', ['/sign-in', 404, 404, 404, 404]]],
  'try/[slug]/faces/[face].svg.ts': [
    ['/try/morning-tablets/faces/yvonne.calm.svg', ['/sign-in', 404, 404, 404, 404]],
  ],
  'api/attempts/[attemptId]/moves.ts': [['/api/attempts/:open/moves', signedIn(404)]],
};
