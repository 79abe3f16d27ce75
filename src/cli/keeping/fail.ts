/** Says what went wrong, and lets the command end as failed. */
export function fail(...lines: string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}
