/** Long enough to make guessing over the network hopeless, short enough to bound the work (OWASP ASVS 5, 6.2.1 and 6.2.9). */
export const passwordLength = { min: 8, max: 128 };

/**
 * The form in which a password is hashed and measured: what looks the same on two keyboards is the same
 * (RFC 8265, section 4.2.2).
 */
export function normalisePassword(password: string): string {
  return password.normalize('NFC');
}

/**
 * What is wrong with a password that somebody chooses; `undefined` if nothing is. No rule asks for digits or capitals: such
 * rules make passwords worse (NIST SP 800-63B, section 3.1.1.2).
 */
export function passwordFault(password: unknown, userId: unknown): string | undefined {
  const { min, max } = passwordLength;
  if (typeof password !== 'string' || !password.isWellFormed())
    return `must be a text of ${min} to ${max} characters`;
  const normalised = normalisePassword(password);
  const length = [...normalised].length;
  if (length < min || length > max) return `must have ${min} to ${max} characters`;
  if (typeof userId === 'string' && normalised.toLowerCase() === userId.toLowerCase()) {
    return 'must not be the user id';
  }
  return undefined;
}
