import type { FaultCode } from '#domain/chain/find-fault.ts';

const second = '(SELECT id FROM moves WHERE step = 1)';
const link = (seq: number) => `chain LIKE 'worker:%' AND seq = ${seq}`;
const said = (what: string) =>
  `(SELECT id FROM audit WHERE what LIKE '${what}%' ORDER BY id LIMIT 1)`;
const moveCells =
  'attempt_id, 9, kind, scene, choice, words, offered, confidence, world_before, dwell_ms, at';
/** A decision that nobody made. */
export const aMove = `INSERT INTO moves (id, ${moveCells.replace('9', 'step')})
  SELECT 'forged', ${moveCells} FROM moves WHERE step = 0 LIMIT 1`;
/** The last link of the worker's chain taken away. */
export const cutTail = `DELETE FROM links WHERE ${link(7)}`;
const swapped = [
  `UPDATE links SET seq = 100 WHERE ${link(2)}`,
  `UPDATE links SET seq = 2 WHERE ${link(3)}`,
  `UPDATE links SET seq = 3 WHERE ${link(100)}`,
];

/** What was done by hand, and the table, the row and the fault that are named. */
export const tamperings: [string, string[], string, string, FaultCode][] = [
  [
    'an attempt counts',
    [`UPDATE attempts SET mode = 'practice'`],
    'attempts',
    'SELECT id FROM attempts',
    'record-changed',
  ],
  [
    'an attempt of somebody else',
    [`UPDATE attempts SET person_id = (SELECT id FROM people WHERE username = 'tom')`],
    'attempts',
    'SELECT id FROM attempts',
    'record-changed',
  ],
  [
    'another answer',
    [`UPDATE moves SET choice = 'ask' WHERE step = 1`],
    'moves',
    second,
    'record-changed',
  ],
  [
    'an earlier time',
    [`UPDATE moves SET at = '2026-01-01' WHERE step = 1`],
    'moves',
    second,
    'record-changed',
  ],
  [
    'a move less',
    [`DELETE FROM evidence WHERE move_id = ${second}`, `DELETE FROM moves WHERE step = 1`],
    'moves',
    `SELECT record_id FROM links WHERE ${link(3)}`,
    'record-removed',
  ],
  [
    'two moves the other way round',
    [
      `UPDATE moves SET step = 50 WHERE step = 0`,
      `UPDATE moves SET step = 0 WHERE step = 1`,
      `UPDATE moves SET step = 1 WHERE step = 50`,
    ],
    'moves',
    'SELECT id FROM moves WHERE step = 1',
    'record-changed',
  ],
  ['a move more', [aMove], 'moves', `SELECT 'forged'`, 'no-link'],
  [
    'more credit',
    [`UPDATE evidence SET credit = credit + 0.01 WHERE move_id = ${second}`],
    'moves',
    second,
    'record-changed',
  ],
  [
    'evidence less',
    [`DELETE FROM evidence WHERE move_id = ${second}`],
    'moves',
    second,
    'record-changed',
  ],
  [
    'evidence more',
    [
      `INSERT INTO evidence SELECT 'forged', person_id, attempt_id, move_id, 'IP-09', level, credit, weight, anchor, harmful, non_routine, recovered, at FROM evidence WHERE move_id = ${second} LIMIT 1`,
    ],
    'moves',
    second,
    'record-changed',
  ],
  [
    'evidence more, of an attempt that is none',
    [
      `INSERT INTO evidence SELECT 'forged', person_id, 'nothing', move_id, 'IP-09', level, credit, weight, anchor, harmful, non_routine, recovered, at FROM evidence LIMIT 1`,
    ],
    'evidence',
    `SELECT 'forged'`,
    'part-elsewhere',
  ],
  [
    'what was seen',
    [`UPDATE observations SET seen = 'More.' WHERE id = 'seen-1'`],
    'observations',
    `SELECT 'seen-1'`,
    'record-changed',
  ],
  [
    'discarded once signed',
    [`UPDATE observations SET discarded_at = signed_at WHERE id = 'seen-1'`],
    'observations',
    `SELECT 'seen-1'`,
    'record-changed',
  ],
  [
    'more trust',
    [
      `UPDATE observation_ratings SET entrustment = 5 WHERE observation_id = 'seen-1' AND competency = 'IP-02'`,
    ],
    'observations',
    `SELECT 'seen-1'`,
    'record-changed',
  ],
  [
    'an observation less',
    [
      `DELETE FROM observation_ratings WHERE observation_id = 'seen-1'`,
      `DELETE FROM observations WHERE id = 'seen-1'`,
    ],
    'observations',
    `SELECT 'seen-1'`,
    'record-removed',
  ],
  [
    'a draft that nobody signed',
    [`UPDATE observations SET signed_at = begun_at WHERE id = 'unsigned'`],
    'observations',
    `SELECT 'unsigned'`,
    'no-link',
  ],
  [
    'who did it',
    [`UPDATE audit SET actor = 'system' WHERE what LIKE 'POST%'`],
    'audit',
    `SELECT ${said('POST')}`,
    'record-changed',
  ],
  [
    'about whom',
    [`UPDATE audit SET subject = NULL WHERE what LIKE 'POST%'`],
    'audit',
    `SELECT ${said('POST')}`,
    'record-changed',
  ],
  [
    'nobody was there',
    [`DELETE FROM audit WHERE id = ${said('POST')}`],
    'audit',
    `SELECT record_id FROM links WHERE chain LIKE 'audit:0%' AND seq = 1`,
    'record-removed',
  ],
  [
    'somebody was there',
    [
      `INSERT INTO audit VALUES ('forged', (SELECT id FROM people WHERE username = 'amina'), 'GET /', NULL, '{}', '2026-01-01')`,
    ],
    'audit',
    `SELECT 'forged'`,
    'no-link',
  ],
  [
    'a link less',
    [`DELETE FROM links WHERE ${link(3)}`],
    'moves',
    `SELECT record_id FROM links WHERE ${link(4)}`,
    'link-missing',
  ],
  [
    'two links the other way round',
    swapped,
    'moves',
    `SELECT record_id FROM links WHERE ${link(2)}`,
    'link-changed',
  ],
  [
    'a link for the move more',
    [
      aMove,
      `INSERT INTO links SELECT chain, 8, kind, 'forged', salt, commitment, hash FROM links WHERE ${link(2)}`,
    ],
    'moves',
    `SELECT 'forged'`,
    'link-changed',
  ],
  [
    'a record given to somebody else, links and all',
    [
      `UPDATE links SET chain = 'worker:' || (SELECT id FROM people WHERE username = 'tom')
        WHERE chain LIKE 'worker:%'`,
    ],
    'attempts',
    'SELECT id FROM attempts',
    'link-changed',
  ],
  [
    'an erasure that nobody noted',
    [`UPDATE links SET salt = NULL WHERE ${link(6)}`],
    'observations',
    `SELECT 'seen-1'`,
    'salt-removed',
  ],
  ['the end of a chain', [cutTail], 'observations', `SELECT 'seen-2'`, 'no-link'],
];
