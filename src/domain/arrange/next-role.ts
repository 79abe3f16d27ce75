/** The role categories of the pathway that come after one, in its order. */
export function rolesAfter(categories: Readonly<Record<string, unknown>>, now: string): string[] {
  const order = Object.keys(categories);
  const at = order.indexOf(now);
  return at < 0 ? order : order.slice(at + 1);
}
