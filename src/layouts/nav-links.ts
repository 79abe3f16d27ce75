export type Nav = 'worker' | 'assessor' | 'manager' | 'tablet' | 'none';

// Their name at the head leads to the account: a fifth link would not fit a small phone.
const observer = [
  { href: '/today', words: 'Today' },
  { href: '/team', words: 'Team' },
  { href: '/service', words: 'Service' },
  { href: '/profile', words: 'My profile' },
];

/** The links at the head of every page, by who is reading. */
export const navLinks: Record<Nav, { href: string; words: string }[]> = {
  worker: [
    { href: '/home', words: 'Home' },
    { href: '/profile', words: 'My profile' },
    { href: '/account', words: 'Account' },
  ],
  assessor: observer,
  manager: observer,
  // What a PIN on a shared tablet is good for, whatever the role.
  tablet: [
    { href: '/home', words: 'Home' },
    { href: '/profile', words: 'My profile' },
  ],
  none: [],
};

/** Where the words "In Practice" lead for each reader. */
export const frontDoors: Record<Nav, string> = {
  worker: '/home',
  assessor: '/today',
  manager: '/today',
  tablet: '/home',
  none: '/',
};
