import { firstServiceId, insertService, updateService, type Database } from '#db';

/** The two services of the sample: the one that every database begins with, and one more. */
export const homeCare = firstServiceId;
export const careHome = '00000000-0000-7000-8000-000000000002';

/** Names the sample's two services. Their numbers are made up. */
export async function addSampleServices(db: Database, at: string): Promise<void> {
  await updateService(db, {
    ...{ id: homeCare, name: 'Larkfield Home Care' },
    ...{ localEstId: 'LARK-HC', locationId: '1-100200300' },
  });
  await insertService(db, {
    ...{ id: careHome, name: 'Larkfield House' },
    ...{ localEstId: 'LARK-H', locationId: '1-100200301' },
    ...{ addedBy: 'sample', addedAt: at },
  });
}
