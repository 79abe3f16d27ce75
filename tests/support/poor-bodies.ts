/** Longer than any field may be, and longer than any request may be. */
const long = 'x'.repeat(60_000);
export const huge = 'x'.repeat(300_000);

/** Every field of every form. */
const fields = [
  'form',
  'act',
  'words',
  'shared',
  'heldOn',
  'slug',
  'dueOn',
  'seen',
  'place',
  'task',
  'observedOn',
  'observedTime',
  'entrustment-IP-01',
  'username',
  'password',
  'name',
  'role',
  'category',
  'startedOn',
  'current',
  'next',
  'again',
  'kind',
  'step',
  'choice',
  'confidence',
  'dwell',
];
const filled = (value: unknown) => Object.fromEntries(fields.map((name) => [name, value]));

/** Bodies that no page sends: what is odd about each, its type, and the body. */
export const poorBodies: [string, string, string][] = [
  ['no JSON at all', 'application/json', ''],
  ['half a JSON', 'application/json', '{"kind":'],
  ...(['null', 'true', '7', '"text"', '[]', '[[]]', '{}'].map((body) => [
    'JSON',
    'application/json',
    body,
  ]) as [string, string, string][]),
  ['JSON of numbers', 'application/json', JSON.stringify(filled(-1e308))],
  ['JSON of nothing', 'application/json', JSON.stringify(filled(null))],
  ['JSON of lists', 'application/json', JSON.stringify(filled(['share', {}]))],
  ['JSON of objects', 'application/json', JSON.stringify(filled({ toString: 1, length: -1 }))],
  [
    'JSON with a prototype',
    'application/json',
    '{"__proto__":{"step":0},"kind":"go-on","constructor":1}',
  ],
  ['JSON of talk', 'application/json', '{"form":"talk","words":{},"heldOn":[]}'],
  ['JSON in deep layers', 'application/json', '['.repeat(20_000) + ']'.repeat(20_000)],
  ['JSON that is long', 'application/json', JSON.stringify({ kind: long })],
  ['JSON that is too long', 'application/json', JSON.stringify({ kind: huge })],
  [
    'a form of odd texts',
    'application/x-www-form-urlencoded',
    new URLSearchParams(filled('\u0000\ud800%\'"<b>\r\n') as Record<string, string>).toString(),
  ],
  ['a form that is badly escaped', 'application/x-www-form-urlencoded', 'words=%&kind=%zz&=&&step'],
  [
    'a form with many of each',
    'application/x-www-form-urlencoded',
    fields.map((name) => `${name}=a&${name}=b`).join('&'),
  ],
  ['a form with a long field', 'application/x-www-form-urlencoded', `words=${long}`],
  ['a form that is too long', 'application/x-www-form-urlencoded', `words=${huge}`],
  [
    'a form with a file',
    'multipart/form-data; boundary=b',
    fields
      .map(
        (name) =>
          `--b\r\nContent-Disposition: form-data; name="${name}"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nshare\r\n`,
      )
      .join('') + '--b--\r\n',
  ],
  [
    'a form in parts that end nowhere',
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="words"\r\n\r\nabc',
  ],
  ['a form in parts without a boundary', 'multipart/form-data', 'abc'],
  ['plain text', 'text/plain', 'kind=go-on'],
  ['something unheard of', 'application/octet-stream', '\u0000\u0001\u0002'],
];
