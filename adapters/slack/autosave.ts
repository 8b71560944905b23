import type { Intent } from '../../src/intent.ts';

/** Waits until somebody stops typing before what is in the form is kept as a draft. */
export type Autosave = {
  /** Replaces what was waiting for this view; it is carried out when nothing new came for a while. */
  schedule(viewId: string, intent: Intent): void;
  /** The form was sent or moved to another page: what was waiting is out of date. */
  cancel(viewId: string): void;
  /** Carries out everything that waits, at once. */
  flush(): Promise<void>;
};

/** `run` must not throw; `delayMs` is counted from the last change. */
export function createAutosave(run: (intent: Intent) => Promise<void>, delayMs = 1_000): Autosave {
  const waiting = new Map<string, { timer: NodeJS.Timeout; intent: Intent }>();
  const running = new Set<Promise<void>>();

  const cancel = (viewId: string) => {
    clearTimeout(waiting.get(viewId)?.timer);
    waiting.delete(viewId);
  };
  const start = (viewId: string) => {
    const entry = waiting.get(viewId);
    if (entry === undefined) return;
    cancel(viewId);
    const done = run(entry.intent).finally(() => running.delete(done));
    running.add(done);
  };
  return {
    schedule(viewId, intent) {
      cancel(viewId);
      waiting.set(viewId, { intent, timer: setTimeout(() => start(viewId), delayMs) });
    },
    cancel,
    async flush() {
      for (const viewId of [...waiting.keys()]) start(viewId);
      await Promise.all(running);
    },
  };
}
