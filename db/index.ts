/** The one door to the database: what the rest of the product may use. */
export { openDatabase, type Database } from './client.ts';
export { isConflict, type Statement } from './writer.ts';
export { migrateDatabase } from './migrate.ts';
export * from './meta.ts';
export * from './people.ts';
export * from './sessions.ts';
export * from './scenarios.ts';
export * from './key-readings.ts';
export * from './attempts.ts';
export * from './evidence.ts';
export * from './observations.ts';
export * from './records.ts';
