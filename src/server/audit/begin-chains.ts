import {
  actAs,
  findLastBySystem,
  isSystemCut,
  listPeople,
  listUnlinkedOf,
  readAttemptRecords,
  readMoveRecords,
  readObservationRecords,
  type Database,
} from '#db';

const begun = 'chains begun';
const pageSize = 500;

/**
 * Whether what was recorded before there were chains has been linked. The row that says so is let go in
 * the end, as all old rows of the log are: then its link stays without it.
 */
export const haveChainsBegun = async (db: Database): Promise<boolean> =>
  (await findLastBySystem(db, begun)) !== undefined || (await isSystemCut(db));

/**
 * Links what was recorded before there were chains, person by person in order of time, once for a
 * database: a row that somebody adds by hand later must never be taken in. Cut off, it goes on where it
 * stopped. Answers with how many records were linked.
 */
export async function beginChains(db: Database): Promise<number> {
  if (await haveChainsBegun(db)) return 0;
  let linked = 0;
  for (const { id } of await listPeople(db))
    for (let page = await linkPage(db, id); page; page = await linkPage(db, id)) linked += page;
  const detail = { linked: String(linked) };
  await actAs({ actor: 'system', what: begun, subject: null, detail }, () => db.write([]));
  return linked;
}

async function linkPage(db: Database, personId: string): Promise<number> {
  const page = await listUnlinkedOf(db, personId, pageSize);
  const idsOf = (kind: (typeof page)[number]['kind']) =>
    page.flatMap((one) => (one.kind === kind ? [one.id] : []));
  const read = await Promise.all([
    readAttemptRecords(db, idsOf('attempt')),
    readMoveRecords(db, idsOf('move')),
    readObservationRecords(db, idsOf('observation')),
  ]);
  const byId = new Map(read.flat().map((record) => [record.recordId, record]));
  const records = page.map(({ id }) => byId.get(id)!);
  if (records.length) await db.write([], { records });
  return records.length;
}
