/**
 * Cuts a text to `maxLength` UTF-16 code units, ending with "…". All echoed input goes through this, so an error answer never
 * grows with its request.
 */
export function excerpt(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  // Do not split a surrogate pair.
  const end = (text.codePointAt(maxLength - 2) ?? 0) > 0xffff ? maxLength - 2 : maxLength - 1;
  return `${text.slice(0, end)}…`;
}
