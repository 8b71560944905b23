import type { Goedkeurder } from './region.ts';

/** Up to how many cents who approves a request, in a region that says nothing about it; null: without limit. */
export const usualGoedkeuring: Record<Goedkeurder, number | null> = {
  casuscoordinator: 250_000,
  provinciaal_coordinator: null,
};
