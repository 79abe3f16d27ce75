import { createServer } from 'node:http';
import { randomUUIDv7 } from 'node:crypto';
import { migrateDatabase, openDatabase } from '#db';

/**
 * The measure to hold ours against: node:http and one durable insert of a move, in a database with
 * the same settings. No session, no story, no routing. Started by the bench as a process of its own.
 */
const db = await openDatabase(process.env['DATABASE_URL']!);
await migrateDatabase(db);
await db.client.executeMultiple('PRAGMA foreign_keys = OFF');
const sql = `INSERT INTO moves (id, attempt_id, step, kind, scene, choice, offered, confidence, world_before, dwell_ms, at)
  VALUES (?, ?, ?, 'decide', 'kitchen', 'sit-down', '["sit-down","leave","ring"]', 'sure', ?, 4000, ?)`;
const world = JSON.stringify({
  facts: { trust: 2, told: false, late: false },
  known: ['plan', 'chart'],
  minutes: 12,
});

createServer((request, response) => {
  if (request.method === 'GET') return void response.end('up');
  let body = '';
  request.on('data', (part) => (body += part));
  request.on('end', async () => {
    const { step } = JSON.parse(body) as { step: number };
    // A new attempt id each time; foreign keys are off, which only makes this server faster.
    await db.client.execute({
      sql,
      args: [randomUUIDv7(), randomUUIDv7(), step, world, new Date().toISOString()],
    });
    response.setHeader('Content-Type', 'application/json');
    response.end('{"code":"moved"}');
  });
}).listen(Number(process.env['PORT']), '127.0.0.1');
