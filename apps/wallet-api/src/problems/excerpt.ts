/**
 * At most so many UTF-16 code units of a text, with "…" at the end where some are missing. What a caller sent is echoed through
 * this only: an error answer never grows with its request.
 */
export function excerpt(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  // Not between the two halves of a surrogate pair.
  const end = (text.codePointAt(maxLength - 2) ?? 0) > 0xffff ? maxLength - 2 : maxLength - 1;
  return `${text.slice(0, end)}…`;
}
