/** Whether a partner takes nothing new on that local day; on the day until which it paused it does again. */
export const isPaused = (pausedUntil: string | undefined, today: string): pausedUntil is string =>
  pausedUntil !== undefined && today < pausedUntil;
