import type { Actor } from './person.ts';

/** What acts for the service itself: a job, a simulation, a command at the machine. */
export const system = {
  id: 'system',
  role: 'manager',
  services: [],
  everywhere: true,
} as const satisfies Actor;
