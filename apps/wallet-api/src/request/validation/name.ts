/** Unicode category Cc, and the separators of lines and paragraphs. */
const control = String.raw`\u0000-\u001f\u007f-\u009f\u2028\u2029`;

/** The marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX #9): they can rewrite the text around a name. */
const bidi = String.raw`\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`;

/**
 * Invisible characters: the rest of the Unicode properties White_Space and Default_Ignorable_Code_Point, and the empty Braille
 * pattern. Written as ranges because PostgreSQL has no properties.
 */
const blank = String.raw`\u0020\u00a0\u00ad\u034f\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200d\u202f\u205f-\u2065\u206a-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}`;

/**
 * A name that can be displayed: not blank, without control or bidi characters. Joiners and variation selectors, which emoji and
 * several scripts need, are allowed with visible characters. A text can match in only one way, so matching is linear. The SQL
 * function `is_name` applies the same rule.
 */
export const namePattern = new RegExp(`^[${blank}]*[^${blank}${control}${bidi}][^${control}${bidi}]*$`, 'u');
