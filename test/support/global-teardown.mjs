export default async function globalTeardown() {
  await globalThis.closeTestServer?.();
}
