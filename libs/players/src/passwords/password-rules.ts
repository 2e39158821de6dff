/** Long enough to make guessing over the network hopeless, short enough to bound the work (OWASP ASVS 5, 6.2.1 and 6.2.9). */
export const passwordLength = { min: 8, max: 128 };

/**
 * The UTF-16 code units a password may have as sent. A character that NFC composes arrives as up to four code points (UAX #15,
 * section 10.3), and each may take two units. Sorting a long run of combining marks takes more than linear time, so the raw text
 * is bounded before it is normalised.
 */
export const maxRawLength = passwordLength.max * 4 * 2;

/**
 * The form in which a password is hashed and measured: every kind of space becomes a plain one, then NFC (RFC 8265, section
 * 4.2.2). Keyboards that produce the same letters thus produce the same password.
 */
export function normalisePassword(password: string): string {
  return password.replace(/\p{Zs}/gu, ' ').normalize('NFC');
}

/** Whether a text could be an existing password. A login checks only this, not the rules for new passwords. */
export function canBePassword(password: unknown): password is string {
  if (typeof password !== 'string' || password.length > maxRawLength || !password.isWellFormed())
    return false;
  return [...normalisePassword(password)].length <= passwordLength.max;
}

/**
 * The reason why a text cannot become a password; `undefined` if it can. Lengths count code points after normalisation. No rule
 * requires digits or capitals: such rules make passwords worse (NIST SP 800-63B, section 3.1.1.2).
 */
export function passwordFault(password: unknown, userId: unknown): string | undefined {
  const { min, max } = passwordLength;
  if (typeof password !== 'string' || !password.isWellFormed())
    return `must be a text of ${min} to ${max} characters`;
  if (!canBePassword(password)) return `must have ${min} to ${max} characters after normalisation (NFC)`;
  const normalised = normalisePassword(password);
  if ([...normalised].length < min) return `must have ${min} to ${max} characters after normalisation (NFC)`;
  if (typeof userId === 'string' && normalised.toLowerCase() === userId.toLowerCase()) {
    return 'must not be the user id';
  }
  return undefined;
}
