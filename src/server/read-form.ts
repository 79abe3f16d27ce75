/** The text of a field of a form, or an empty text; `all` gives every text sent under a name. */
export type FormField = ((name: string) => string) & { all(name: string): string[] };

/** Reads a posted form. What is no form has no fields. */
export async function readForm(request: Request): Promise<FormField> {
  const form = await request.formData().catch(() => new FormData());
  const all = (name: string) => form.getAll(name).filter((one) => typeof one === 'string');
  return Object.assign((name: string) => all(name)[0] ?? '', { all });
}

/** A form that nobody has sent yet. */
export const emptyForm: FormField = Object.assign(() => '', { all: () => [] });
