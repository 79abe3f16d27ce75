/** The same input with one value changed, by its path such as `scenes.hall.text`; no value removes it. */
export function changeAt<Input extends object>(input: Input, path: string, value: unknown): Input {
  const changed = structuredClone(input);
  const parts = path.split('.');
  const last = parts.pop()!;
  let inner = changed as Record<string, unknown>;
  for (const part of parts) inner = (inner[part] ??= {}) as Record<string, unknown>;
  if (value === undefined) delete inner[last];
  else inner[last] = value;
  return changed;
}
