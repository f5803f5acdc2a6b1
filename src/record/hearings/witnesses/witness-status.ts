export const WITNESS_STATUSES = ['invited', 'confirmed', 'declined', 'heard', 'withdrawn'] as const;
export type WitnessStatus = (typeof WITNESS_STATUSES)[number];

export const WITNESS_MODES = ['in_person', 'remote', 'written'] as const;
export type WitnessMode = (typeof WITNESS_MODES)[number];
