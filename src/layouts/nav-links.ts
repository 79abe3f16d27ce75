export type Nav = 'worker' | 'assessor' | 'manager' | 'none';

/** The links at the head of every page, by who is reading. */
export const navLinks: Record<Nav, { href: string; words: string }[]> = {
  worker: [
    { href: '/home', words: 'Home' },
    { href: '/profile', words: 'My profile' },
    { href: '/account', words: 'Account' },
  ],
  assessor: [
    { href: '/team', words: 'Team' },
    { href: '/home', words: 'Scenarios' },
    { href: '/account', words: 'Account' },
  ],
  manager: [
    { href: '/team', words: 'Team' },
    { href: '/team/new', words: 'Add someone' },
    { href: '/home', words: 'Scenarios' },
    { href: '/account', words: 'Account' },
  ],
  none: [],
};

/** Where the words "In Practice" lead for each reader. */
export const frontDoors: Record<Nav, string> = {
  worker: '/home',
  assessor: '/team',
  manager: '/team',
  none: '/',
};
