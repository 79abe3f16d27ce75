/** The name in a Host header, in small letters and without its port; empty for what is none. */
export function hostName(host: string | null | undefined): string {
  const text = host?.trim();
  return text ? (URL.parse(`http://${text}`)?.hostname ?? '') : '';
}
