const words = new Map([
  ['profile', 'The profile'],
  ['competency', 'One competency of the profile'],
  ['next role', 'What the next role needs'],
  ['arrange', 'What to arrange next'],
  ['certificate', 'The Care Certificate record'],
  ['training', 'Training'],
  ['duties', 'Duties and delegated tasks'],
  ['discussions', 'Discussions and marked reasons'],
  ['reasons', 'Reasons written in a scenario'],
  ['accounts', 'Reflective accounts'],
  ['account', 'A reflective account'],
  ['witnesses', 'What others saw'],
  ['attempt', 'How a scenario went'],
  ['observation', 'An observation'],
  ['supervisions', 'Supervision'],
  ['supervision', 'The sheet of a supervision'],
  ['pack', 'All of the record on paper'],
  ['pack of all', 'The records of everybody on paper'],
  ['export', 'All of the record as a file'],
  ['alerts', 'Alerts'],
  ['today', 'What needs somebody today'],
]);

/** What part of a record a noted opening was of, in plain words. What follows the name says which one. */
export function sayOpened(page: string): string {
  const [name = ''] = page.split(' ');
  return words.get(page) ?? words.get(name) ?? 'The record';
}
