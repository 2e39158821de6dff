import { rm } from 'node:fs/promises';

export default async function globalTeardown() {
  const running = globalThis.testCluster;
  if (!running) return;
  await running.cluster.stop();
  await rm(running.folder, { recursive: true, force: true });
}
