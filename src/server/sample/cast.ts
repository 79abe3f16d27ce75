import { randomUUIDv7 } from 'node:crypto';
import { careHome, homeCare } from './services.ts';
import type { Person } from '#domain/access/person.ts';

const person = (
  username: string,
  name: string,
  role: Person['role'],
  category: string,
  startedOn: string,
  services: readonly string[] = [homeCare],
): Person => ({
  id: randomUUIDv7(),
  username,
  name,
  role,
  category,
  startedOn,
  services,
  everywhere: role === 'manager',
});

/** Larkfield Home Care and Larkfield House: a small cast that everybody knows. Nobody here is real. */
export const makeCast = () => ({
  grace: person('grace', 'Grace Adeyemi', 'manager', 'CWP-RM', '2019-03-04'),
  tom: person('tom', 'Tom Whitfield', 'assessor', 'CWP-DM', '2020-09-14', [homeCare, careHome]),
  amina: person('amina', 'Amina Yusuf', 'worker', 'CWP-NTC', '2026-10-26'),
  daniel: person('daniel', 'Daniel Kowalski', 'worker', 'CWP-CSW', '2025-02-10'),
  priscilla: person('priscilla', 'Priscilla Mensah', 'worker', 'CWP-ECW', '2021-06-07', [
    homeCare,
    careHome,
  ]),
  joan: person('joan', 'Joan Hartley', 'worker', 'CWP-CSW', '2023-11-20', [homeCare, careHome]),
  ravi: person('ravi', 'Ravi Patel', 'worker', 'CWP-CSW', '2024-08-05', [careHome]),
  leah: person('leah', 'Leah Osborne', 'worker', 'CWP-NTC', '2026-11-09'),
});
export type Cast = ReturnType<typeof makeCast>;
