/** Reads a posted form; gives the text of a field, or an empty text. What is no form has no fields. */
export async function readForm(request: Request): Promise<(field: string) => string> {
  const form = await request.formData().catch(() => new FormData());
  return (field) => {
    const value = form.get(field);
    return typeof value === 'string' ? value : '';
  };
}
