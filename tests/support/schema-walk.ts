import { getTableName, is, Table } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { CasingCache } from 'drizzle-orm/casing';
import * as schema from '#db/schema.ts';

/** A column of the schema by its stored name, and the table that it points to, where it does. */
export interface WalkedColumn {
  table: string;
  column: string;
  refersTo?: string;
}

/** Every column of every table. */
export function walkSchema(): WalkedColumn[] {
  const casing = new CasingCache('snake_case');
  return Object.values(schema).flatMap((table) => {
    if (!is(table, Table) || !(table instanceof SQLiteTable)) return [];
    const { columns, foreignKeys } = getTableConfig(table);
    const refers = new Map(
      foreignKeys.map((key) => {
        const { columns: from, foreignTable } = key.reference();
        return [from[0]!.name, getTableName(foreignTable)];
      }),
    );
    return columns.map((column) => {
      const refersTo = refers.get(column.name);
      const named = { table: getTableName(table), column: casing.getColumnCasing(column) };
      return refersTo ? { ...named, refersTo } : named;
    });
  });
}
