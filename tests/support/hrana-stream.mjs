import Database from 'libsql';

/** One connection to a database file, as version 2 of the Hrana protocol speaks to it (see hrana-server.mjs). */
export class Stream {
  sql = new Map();
  timer = undefined;

  constructor(file) {
    this.db = new Database(file);
    this.db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  }

  run(request) {
    try {
      return { type: 'ok', response: { type: request.type, ...this.respond(request) } };
    } catch (error) {
      return { type: 'error', error: describe(error) };
    }
  }

  respond(request) {
    const text = request.sql ?? this.sql.get(request.sql_id);
    switch (request.type) {
      case 'execute':
        return { result: this.execute(request.stmt) };
      case 'batch':
        return { result: this.batch(request.batch.steps) };
      case 'sequence':
        return (this.db.exec(text), {});
      case 'store_sql':
        return (this.sql.set(request.sql_id, request.sql), {});
      case 'close_sql':
        return (this.sql.delete(request.sql_id), {});
      case 'get_autocommit':
        return { is_autocommit: !this.db.inTransaction };
      case 'close':
        return {};
      default:
        throw new Error(`This server does not know "${request.type}".`);
    }
  }

  batch(steps) {
    const results = [];
    const errors = [];
    const meets = (condition) => {
      if (!condition) return true;
      const { type, step, cond, conds } = condition;
      if (type === 'ok') return Boolean(results[step]);
      if (type === 'error') return Boolean(errors[step]);
      if (type === 'not') return !meets(cond);
      if (type === 'and') return conds.every(meets);
      if (type === 'or') return conds.some(meets);
      return !this.db.inTransaction;
    };
    for (const [at, { condition, stmt }] of steps.entries()) {
      results[at] = null;
      errors[at] = null;
      if (!meets(condition)) continue;
      try {
        results[at] = this.execute(stmt);
      } catch (error) {
        errors[at] = describe(error);
      }
    }
    return { step_results: results, step_errors: errors };
  }

  execute({ sql, sql_id, args = [], named_args = [], want_rows }) {
    const statement = this.db.prepare(sql ?? this.sql.get(sql_id)).safeIntegers(true);
    const values = named_args.length
      ? Object.fromEntries(
          named_args.map(({ name, value }) => [name.replace(/^[:@$]/, ''), fromWire(value)]),
        )
      : args.map(fromWire);
    const columns = statement.columns();
    const cols = columns.map(({ name, type }) => ({ name, decltype: type ?? null }));
    if (!columns.length) {
      const { changes, lastInsertRowid } = statement.run(values);
      return {
        cols,
        rows: [],
        affected_row_count: Number(changes),
        last_insert_rowid: String(lastInsertRowid),
      };
    }
    const rows = statement
      .raw(true)
      .all(values)
      .map((row) => Array.from(row, toWire));
    return {
      cols,
      rows: want_rows === false ? [] : rows,
      affected_row_count: 0,
      last_insert_rowid: null,
    };
  }
}

/** As sqld words it: the plain code, and the words of SQLite after its own. */
const describe = ({ code, message }) => ({
  code: String(code ?? 'UNKNOWN').replace(/^(SQLITE_CONSTRAINT)_\w+$/, '$1'),
  message: `SQLite error: ${message}`,
});

function fromWire({ type, value, base64 }) {
  if (type === 'null') return null;
  if (type === 'integer') return BigInt(value);
  if (type === 'blob') return Buffer.from(base64, 'base64');
  return value;
}

function toWire(value) {
  if (value === null || value === undefined) return { type: 'null' };
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) };
  if (typeof value === 'number') return { type: 'float', value };
  if (typeof value === 'string') return { type: 'text', value };
  return { type: 'blob', base64: Buffer.from(value).toString('base64') };
}
