import { proveScenario, slugsOfLevel } from '../support/prove-scenario.ts';

for (const slug of await slugsOfLevel(2)) proveScenario(slug);
