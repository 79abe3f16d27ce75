/**
 * Reads a posted body, a form or JSON, as a plain object. What cannot be read is an empty one. Of a
 * field that a form sends several times the last counts, unless it is one of `lists`: their values are
 * joined by a space.
 */
export async function readBody(
  request: Request,
  lists: readonly string[] = [],
): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? '';
  try {
    if (!type.startsWith('application/json')) {
      const form = await request.formData();
      const joined = lists.filter((name) => form.has(name));
      return Object.fromEntries([
        ...form,
        ...joined.map((name) => [name, form.getAll(name).join(' ')]),
      ]);
    }
    const sent: unknown = await request.json();
    return typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? { ...sent } : {};
  } catch {
    // Not readable as what it says it is: the schema will say which fields are missing.
    return {};
  }
}
