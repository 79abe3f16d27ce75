import { expect, test } from 'vitest';
import { roles } from '#domain/access/person.ts';
import { navLinks } from './nav-links.ts';

test.each(roles)('%s finds their own profile, in a line that a small phone can hold', (role) => {
  expect(navLinks[role].map(({ href }) => href)).toContain('/profile');
  expect(navLinks[role].length).toBeLessThanOrEqual(4);
});
