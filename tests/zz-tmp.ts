import { openDatabase } from '../db/index.ts';
const db = await openDatabase('file:/tmp/st/t.db');
for (const sql of ["insert into reflections values ('x','nope','w',0,'a')","insert into meta values ('sample','x')","insert into meta values (null,null)"]) {
  try { await db.write([sql]); console.log('went') } catch (e: any) { console.log(e.name, e.code, e.extendedCode, e.rawCode, e.message, '|', e.cause?.code, e.cause?.rawCode); }
}
try { await Promise.all([db.write(["insert into meta values ('sample','x')"]), db.write(["insert into meta values ('q','x')"])]) } catch (e: any) { console.log(e.code, e.extendedCode, e.cause?.code) }
