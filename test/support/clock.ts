const allButDate: FakeableAPI[] = [
  ...(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate'] as const),
  ...(['clearImmediate', 'nextTick', 'queueMicrotask', 'performance', 'hrtime'] as const),
];

/** Stops the clock of this process, and with it that of the service in it, at this time. Whatever waits really waits. */
export function stopClockAt(time: string | number): void {
  jest.useFakeTimers({ now: new Date(time), doNotFake: allButDate });
}

export function releaseClock(): void {
  jest.useRealTimers();
}
