import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkCertificate } from '#domain/scenario/check/check-certificate.ts';
import { citableNames, readFrameworksIn } from './read-frameworks.ts';
import { readFrameworkList } from '../read-framework-list.ts';

const shipped = join(import.meta.dirname, '../../../scenarios/frameworks');
const current = 'care-certificate/2025.yaml';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'in-practice-frameworks-'));
  await cp(shipped, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Writes a file from another one with one thing changed, and says so if there was nothing to change. */
async function change(from: string, what: string, to: string, name = from) {
  const text = await readFile(join(folder, from), 'utf8');
  if (!text.includes(what)) throw new Error(`"${what}" is not in ${from}.`);
  await writeFile(join(folder, name), text.replace(what, to));
}

const edition2015 = 'care-certificate/2015.yaml';

/** Puts an older Care Certificate beside the shipped one: its outcome 9.1 had another id. */
async function addOlder() {
  await change(current, "edition: '2025'", "edition: '2015'", edition2015);
  await change(edition2015, 'CC-9.1:', 'CC-9.8:');
}

describe('two editions of the Care Certificate side by side', () => {
  test('the newest is current, and both are there', async () => {
    await addOlder();
    const { certificate, editions } = await readFrameworksIn(folder);
    expect(certificate.edition).toBe('2025');
    expect(editions.certificate.map(({ edition }) => edition)).toEqual(['2025', '2015']);
  });

  const none: string[] = [];
  test.each([
    [undefined, 'CC-9.1', none],
    ['2025', 'CC-9.1', none],
    ['2015', 'CC-9.8', none],
    ['2015', 'CC-9.2', none],
    [undefined, 'CC-9.8', ['unknown-outcome CC-9.8 is not in the Care Certificate, edition 2025.']],
    ['2015', 'CC-9.1', ['unknown-outcome CC-9.1 is not in the Care Certificate, edition 2015.']],
    ['2019', 'CC-9.2', ['unknown-edition There is no edition 2019 of the Care Certificate.']],
  ])('a scenario that names edition %s and cites %s: %j', async (named, outcome, expected) => {
    await addOlder();
    const names = await citableNames(readFrameworksIn(folder));
    const scenario = { certificate: ['CC-1.1', outcome], 'certificate-edition': named };
    const problems = checkCertificate(scenario, names);
    expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual(expected);
  });

  test('the page shows both, the older one after the current one', async () => {
    await addOlder();
    const list = await readFrameworkList(readFrameworksIn(folder));
    const shown = list.find(({ id }) => id === 'care-certificate')!;
    expect([shown.current, ...shown.older].map(({ edition }) => edition)).toEqual(['2025', '2015']);
  });
});

describe('what is wrong is said with its place', () => {
  const cqc = 'cqc/2023-11.yaml';
  const map = 'competencies/0.1.yaml';
  test.each([
    [
      'a file not named for its edition',
      () => change(current, "edition: '2025'", "edition: '2015'", 'care-certificate/2016.yaml'),
      /care-certificate\/2016\.yaml:8:10 edition-misnamed: The edition is 2015/,
    ],
    [
      'an edition that is a number',
      () => change(current, "edition: '2025'", 'edition: 2025'),
      /2025\.yaml:8:10 wrong-shape: edition: write it in quotes/,
    ],
    [
      'an outcome under another standard',
      () => change(current, 'CC-1.2:', 'CC-2.9:'),
      /2025\.yaml:\d+:\d+ wrong-shape: .*an outcome of standard 1 begins with "CC-1"/,
    ],
    [
      'an outcome that does not say how sure it is',
      () => change(current, 'kind: mixed\n        sure: no', 'kind: mixed'),
      /2025\.yaml:\d+:9 wrong-shape: standards\.1\.outcomes\.CC-1\.1\.sure: use yes or no/,
    ],
    [
      'a competency that bears on an outcome that is gone',
      () => change(map, '[CC-9.1, CC-9.3,', '[CC-9.1, CC-9.7,'),
      /0\.1\.yaml:\d+:\d+ unknown-outcome: CC-9\.7 is not in the Care Certificate, edition 2025/,
    ],
    [
      'a link to a statement that is not there',
      () => change(cqc, 'IP-03: [QS-S5', 'IP-03: [QS-S9'),
      /2023-11\.yaml:\d+:11 wrong-shape: links\.IP-03\.0: no key question above has/,
    ],
    [
      'a link from a competency that is not there',
      () => change(cqc, '  IP-28: [', '  IP-29: ['),
      /2023-11\.yaml:\d+:\d+ unknown-competency: IP-29 is not in the competency map, edition 0\.1/,
    ],
  ])('%s', async (_, spoil, says) => {
    await spoil();
    await expect(readFrameworksIn(folder)).rejects.toThrow(says);
  });

  test('a framework without any edition', async () => {
    await rm(join(folder, cqc));
    await expect(readFrameworksIn(folder)).rejects.toThrow('There is no edition of a framework in');
  });
});
