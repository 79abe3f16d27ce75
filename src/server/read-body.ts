/** Reads a posted body, a form or JSON, as a plain object. What cannot be read is an empty one. */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? '';
  try {
    if (!type.startsWith('application/json')) return Object.fromEntries(await request.formData());
    const sent: unknown = await request.json();
    return typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? { ...sent } : {};
  } catch {
    // Not readable as what it says it is: the schema will say which fields are missing.
    return {};
  }
}
