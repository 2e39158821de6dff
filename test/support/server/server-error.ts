/** TEST_DATABASE_URL names no usable server; the message says why in one sentence. */
export class ServerError extends Error {
  constructor(reason: string) {
    super(`TEST_DATABASE_URL cannot be used: ${reason}`);
  }
}
