/** Room for a number behind it within the 40 letters that a user name may have. */
const longest = 34;

/**
 * Makes a user name that a person can read from a name, such as amina.yusuf, unlike all that are taken.
 * What it gives is taken from then on.
 */
export function makeUsername(name: string, taken: Set<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+/, '')
    .slice(0, longest)
    .replace(/\.+$/, '');
  // A name in other letters leaves nothing that a sign-in page could ask for.
  const base = plain.length < 2 ? 'worker' : plain;
  for (let number = 1; ; number += 1) {
    const username = number === 1 ? base : `${base}.${number}`;
    if (taken.has(username)) continue;
    taken.add(username);
    return username;
  }
}
