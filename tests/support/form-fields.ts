const named: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };

/** A text of a page as it is read, without its entities. */
export const plainText = (html: string): string =>
  html.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) =>
    decimal || hex
      ? String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex, 16))
      : (named[name] ?? whole),
  );

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>/])`).exec(tag);
  return found ? plainText(found[1] ?? '') : undefined;
};

/** The fields of a page's form as a browser would send them, without its buttons. */
export function formFields(html: string, action: string): Record<string, string> {
  const form = [...html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => attribute(/<form[^>]*>/.exec(text)![0], 'action') === action);
  if (!form) throw new Error(`There is no form that goes to ${action}.`);
  const fields: Record<string, string> = {};
  const isSent = (tag: string) =>
    !/^(checkbox|radio)$/.test(attribute(tag, 'type') ?? '') ||
    attribute(tag, 'checked') !== undefined;
  for (const [tag] of form.matchAll(/<input[^>]*>/g))
    if (isSent(tag)) fields[attribute(tag, 'name')!] = attribute(tag, 'value') ?? '';
  for (const [, tag, text] of form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g))
    fields[attribute(tag!, 'name')!] = plainText(text!);
  for (const [, tag, inner] of form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
    const options = [...inner!.matchAll(/<option[^>]*>/g)].map(([option]) => option);
    const chosen =
      options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0]!;
    fields[attribute(tag!, 'name')!] = attribute(chosen, 'value') ?? '';
  }
  return fields;
}
