import { readFrameworks } from '#server/content/read-frameworks.ts';

/** The role categories somebody can have, in the order of the pathway. */
export async function listRoleCategories(): Promise<{ id: string; title: string }[]> {
  const { roles } = await readFrameworks();
  return Object.entries(roles.categories).map(([id, { title }]) => ({ id, title }));
}
