/**
 * The tables. Times are ISO 8601 text in UTC, dates are `YYYY-MM-DD`, ids are UUIDv7 or content
 * hashes. One database holds one provider organisation (docs/adr/0003).
 */
export * from './tables/service.ts';
export * from './tables/places.ts';
export * from './tables/people.ts';
export * from './tables/scenarios.ts';
export * from './tables/attempts.ts';
export * from './tables/records.ts';
export * from './tables/observations.ts';
export * from './tables/policies.ts';
export * from './tables/asked.ts';
export * from './tables/reasons.ts';
export * from './tables/practice.ts';
export * from './tables/duties.ts';
export * from './tables/supervisions.ts';
export * from './tables/audit.ts';
export * from './tables/keeping.ts';
