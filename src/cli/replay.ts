import { migrateDatabase, openDatabase } from '#db';
import { databaseUrl } from '#server/database-url.ts';
import { replayAll } from '#server/replay-all.ts';

const db = await openDatabase(databaseUrl());
await migrateDatabase(db);
const { attempts, differences } = await replayAll(db);
for (const { attemptId, message } of differences) console.error(`${attemptId}: ${message}`);
console.log(
  differences.length
    ? `${attempts} attempts replayed. ${differences.length} differ from what is stored.`
    : `${attempts} attempts replayed. Every stored result is what its decisions give.`,
);
db.close();
process.exitCode = differences.length ? 1 : 0;
