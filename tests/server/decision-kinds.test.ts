import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startKindsService, waysTo, type KindsService } from '../support/kinds-service.ts';

let service: KindsService;
beforeAll(async () => {
  service = await startKindsService();
}, 240_000);
afterAll(() => service.stop());

type Kind = keyof typeof waysTo;
type Fields = [string, string][];
const reasons = 'I weighed the cold hand first.\r\n\r\nThe phone could wait.';

/** What a browser sends for each kind, what is kept of it, and how it comes back in the next moment. */
const good: [Kind, Fields, kept: string, told: string][] = [
  ['best-action', [['choice', 'heave']], 'decide heave', 'Do what is offered here (2)'],
  [
    'pick',
    [
      ['choice', 'lamp'],
      ['choice', 'stick'],
    ],
    'decide stick lamp',
    'His stick. The lamp.',
  ],
  [
    'rank',
    [
      ['place.rest', '3'],
      ['place.tell', '1'],
      ['place.write', '2'],
      ['place.none', '4'],
      ['rate.tell', '1'],
    ],
    'decide write=2 tell=1 rest=3',
    '1. Tell the nurse. 2. Write it down. 3. Sit down for tea.',
  ],
  [
    'rate',
    [
      ['rate.ill', '3'],
      ['rate.tired', '2'],
    ],
    'decide tired=2 ill=3',
    'He is tired: perhaps. He is ill: likely.',
  ],
  [
    'rationale',
    [['words', reasons]],
    `decide ${reasons.replaceAll('\r\n', '\n')}`,
    'The phone could wait.',
  ],
];

const form = (step: number, fields: Fields): Fields => [
  ['kind', 'decide'],
  ['step', String(step)],
  ...fields,
];
const json = (step: number, fields: Fields) => ({
  step,
  kind: 'decide',
  ...Object.fromEntries(fields),
  choice: fields.flatMap(([name, value]) => (name === 'choice' ? [value] : [])).join(' '),
});

describe.each(good)('%s', (kind, fields, kept, told) => {
  test('is sent as a plain form, kept, and told', async () => {
    const { visitor, page, step } = await service.at(waysTo[kind]);
    const answer = await visitor.post(page, form(step, fields));
    expect([answer.status, answer.goes]).toEqual([303, `${page}#moment-title`]);
    expect((await service.kept(page)).at(-1)).toBe(kept);
    expect((await visitor.get(page)).body).toContain(told);
  });

  test('is sent by script, and a second time is answered as the first', async () => {
    const { visitor, page, step } = await service.at(waysTo[kind]);
    const first = await visitor.postJson(`/api${page}/moves`, json(step, fields));
    expect(first.status).toBe(200);
    // In another order, and as a form would end its lines: it is the same answer yet.
    const again = await visitor.postJson(`/api${page}/moves`, json(step, fields.toReversed()));
    expect([again.status, again.body]).toEqual([200, first.body]);
    const byForm = await visitor.post(page, form(step, fields));
    expect(byForm.goes).toBe(`${page}#moment-title`);
    expect(await service.kept(page)).toHaveLength(step + 1);
  });
});

/** What is filled in poorly, why it is refused, which field is gone back to, and what must still be there. */
const poor: [what: string, Kind, Fields, code: string, field: RegExp, stays: string[]][] = [
  [
    'nothing',
    'best-action',
    [['confidence', 'sure']],
    'nothing-chosen',
    /^answer-\w/,
    ['value="sure"'],
  ],
  ['nothing', 'pick', [], 'wrong-number', /^answer-\w/, []],
  ['one of two', 'pick', [['choice', 'lock']], 'wrong-number', /^answer-\w/, ['value="lock"']],
  [
    'three of two',
    'pick',
    [
      ['choice', 'lock'],
      ['choice', 'lamp'],
      ['choice', 'stick'],
    ],
    'wrong-number',
    /^answer-\w/,
    ['value="lock"', 'value="lamp"', 'value="stick"'],
  ],
  [
    'one place twice',
    'rank',
    [
      ['place.rest', '3'],
      ['place.tell', '3'],
      ['place.write', '2'],
    ],
    'same-place',
    /^answer-(rest|tell)$/,
    ['place.rest 3', 'place.tell 3', 'place.write 2'],
  ],
  [
    'one left out',
    'rank',
    [
      ['place.rest', '3'],
      ['place.tell', ''],
    ],
    'not-all',
    /^answer-(tell|write)$/,
    ['place.rest 3'],
  ],
  [
    'one left out',
    'rate',
    [['rate.ill', '3']],
    'not-all',
    /^answer-tired$/,
    ['name="rate.ill" value="3"'],
  ],
  ['blanks', 'rationale', [['words', '  \r\n ']], 'nothing-written', /^answer-words$/, []],
  [
    'too much',
    'rationale',
    [['words', `Once ${'more '.repeat(900)}`]],
    'too-long',
    /^answer-words$/,
    ['more more'],
  ],
];

/** Every tick and every place on a page, as the table above writes them. */
function filledIn(body: string): string {
  const ticks = [...body.matchAll(/<input[^>]*type="(?:radio|checkbox)"[^>]*>/g)].map(
    ([one]) => one,
  );
  const places = [...body.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)].map(
    ([all, name]) => `${name} ${/<option[^>]*selected[^>]*>(\d)/.exec(all)?.[1]}`,
  );
  const words = [...body.matchAll(/<textarea[^>]*>([\s\S]*?)<\/textarea>/g)].map(
    ([, text]) => text,
  );
  return [...ticks.filter((one) => / checked/.test(one)), ...places, ...words].join('\n');
}

describe.each(poor)('%s, where it is %s', (_, kind, fields, code, field, stays) => {
  test('is refused in place, and everything stays', async () => {
    const { visitor, page, step } = await service.at(waysTo[kind]);
    const { status, body } = await visitor.post(page, form(step, fields));
    expect(status).toBe(422);
    const [, goesTo, message] =
      /<div class="error-summary"[\s\S]*?<a href="#([^"]+)"[^>]*>([^<]+)<\/a>/.exec(body) ?? [];
    expect(goesTo).toMatch(field);
    expect(body).toContain(`id="${goesTo}"`);
    // Once in the summary, once at the field, and once more in what the script wakes up with.
    expect(body.split(message!).length - 1).toBe(3);
    for (const one of stays) expect(filledIn(body)).toContain(one);
    expect(await service.kept(page)).toHaveLength(step);
  });

  test('is refused by script, with the field to go to', async () => {
    const { visitor, page, step } = await service.at(waysTo[kind]);
    const { status, body } = await visitor.postJson(`/api${page}/moves`, json(step, fields));
    const answer = JSON.parse(body) as { code: string; field: string };
    expect([status, answer.code]).toEqual([422, code]);
    expect(answer.field).toMatch(field);
    expect(await service.kept(page)).toHaveLength(step);
  });
});

describe('what is not offered', () => {
  const hostile: [Kind, Record<string, unknown>, code?: string][] = [
    ['best-action', { choice: 'constructor' }],
    ['pick', { choice: 'stick __proto__' }],
    ['pick', { choice: 'stick lamp&lock=1' }],
    ['rank', { choice: 'tell=1 write=2 rest=3 __proto__=4' }],
    ['rank', { 'place.tell': '1', 'place.write': '2', 'place.rest': '9' }],
    ['rank', { 'place.tell': '1', 'place.write': '2', 'place.rest': '3 constructor=1' }, 'not-all'],
    ['rate', { 'rate.tired': '1', 'rate.ill': '-3' }, 'not-all'],
    ['rate', { 'rate.tired': '1', 'rate.ill': '2.5' }, 'not-all'],
    ['rate', { choice: 'tired=1 ill=3 other=2' }],
    ['rationale', { choice: 'anything', words: 'Because.' }],
  ];
  test.each(hostile)('%s with %j is refused', async (kind, fields, code = 'not-offered') => {
    const { visitor, page, step } = await service.at(waysTo[kind]);
    const sent = { step, kind: 'decide', choice: '', ...fields };
    const { status, body } = await visitor.postJson(`/api${page}/moves`, sent);
    expect([status, (JSON.parse(body) as { code: string }).code]).toEqual([422, code]);
    expect(await service.kept(page)).toHaveLength(step);
  });
});

test('what was written in a moment that has passed comes back on the page', async () => {
  const { visitor, page } = await service.at(waysTo['rationale'].slice(0, 4));
  const { status, body } = await visitor.post(page, form(1, [['words', reasons]]));
  expect(status).toBe(409);
  expect(body).toContain('This moment has passed');
  expect(body).toMatch(/What you wrote<\/h2>\s*<p[^>]*>I weighed the cold hand first\./);
});

test('what is typed is text and nothing else', async () => {
  const { visitor, page, step } = await service.at(waysTo['rationale']);
  const words = '</textarea><script>alert(1)</script>';
  const sent: Fields = [['words', words.padEnd(4_100, '.')]];
  const { body } = await visitor.post(page, form(step, sent));
  expect(body).not.toContain('<script>alert');
  expect(body).toContain('&lt;/textarea>');
});

test('nobody else can send to the page of an attempt', async () => {
  const { page } = await service.at([]);
  const { visitor } = await service.at([]);
  expect((await visitor.post(page, form(0, [['choice', 'kneel']]))).status).toBe(404);
  expect(await service.kept(page)).toEqual([]);
});
