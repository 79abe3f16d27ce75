/** A verb that refuses what the simulation does is a mistake of one or the other: it is not passed over. */
export function must(result: { ok: boolean }): void {
  if (!result.ok) throw new Error(`Refused in the simulated year: ${JSON.stringify(result)}.`);
}
