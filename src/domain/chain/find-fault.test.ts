import { expect, test } from 'vitest';
import { findFault, type FoundRecord, type Link } from './find-fault.ts';

/** Fingerprints that can be read: what they are made of is what they say. */
const fingerprints = {
  commit: (salt: string, content: string) => `${salt}:${content}`,
  hashLink: (before: string, { seq, kind, recordId, commitment }: Omit<Link, 'hash'>) =>
    [before, seq, kind, recordId, commitment].join('|'),
};
const before = { seq: 1, hash: 'one' };
const link: Link = {
  chain: 'worker:w',
  seq: 2,
  kind: 'move',
  recordId: 'm',
  salt: 's',
  commitment: 's:text',
  hash: 'one|2|move|m|s:text',
};
const record: FoundRecord = { content: 'text', chain: 'worker:w' };

test.each<[string, Partial<Link>, FoundRecord | undefined, boolean, string | undefined]>([
  ['nothing', {}, record, false, undefined],
  [
    'nothing in the chain of somebody erased, where the record is still there',
    {},
    record,
    true,
    undefined,
  ],
  ['a gap', { seq: 3 }, record, false, 'link-missing'],
  ['a number given twice', { seq: 1 }, record, false, 'link-missing'],
  ['another commitment', { commitment: 's:other' }, record, false, 'link-changed'],
  ['another record', { recordId: 'n' }, record, false, 'link-changed'],
  ['another hash', { hash: 'two' }, record, false, 'link-changed'],
  ['no record', {}, undefined, false, 'record-removed'],
  ['no record, although the salt was left', {}, undefined, true, 'record-removed'],
  ['another record text', {}, { ...record, content: 'txet' }, false, 'record-changed'],
  ['the record of another chain', {}, { ...record, chain: 'worker:v' }, false, 'record-elsewhere'],
  ['no salt', { salt: null }, undefined, false, 'salt-removed'],
  ['no salt, but the record', { salt: null }, record, false, 'salt-removed'],
  ['nothing, once erased', { salt: null }, undefined, true, undefined],
  ['what was erased and is there', { salt: null }, record, true, 'record-back'],
])('%s', (_, changed, found, mayBeGone, fault) => {
  expect(findFault(before, { ...link, ...changed }, found, mayBeGone, fingerprints)).toBe(fault);
});

test('a link that came after another one does not fit', () => {
  expect(findFault({ seq: 1, hash: 'uno' }, link, record, false, fingerprints)).toBe(
    'link-changed',
  );
});
