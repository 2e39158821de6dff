/** TEST_DATABASE_URL names no usable server; the message is one sentence for whoever set it. */
export class ServerError extends Error {
  constructor(reason: string) {
    super(`TEST_DATABASE_URL cannot be used: ${reason}`);
  }
}
