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
    { href: '/profile', words: 'My profile' },
    { href: '/account', words: 'Account' },
  ],
  // Adding somebody is done from the team page: a fifth link would not fit a small phone.
  manager: [
    { href: '/team', words: 'Team' },
    { href: '/home', words: 'Scenarios' },
    { href: '/profile', words: 'My profile' },
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
