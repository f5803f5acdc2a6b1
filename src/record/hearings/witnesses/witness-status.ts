export const WITNESS_STATUSES = ['invited', 'confirmed', 'declined', 'heard', 'withdrawn'] as const;
export type WitnessStatus = (typeof WITNESS_STATUSES)[number];

export const WITNESS_MODES = ['in_person', 'remote', 'written'] as const;
export type WitnessMode = (typeof WITNESS_MODES)[number];

/** An oath calls on God, an affirmation does not; both bind alike. */
export const OATH_KINDS = ['sworn', 'affirmed'] as const;
export type OathKind = (typeof OATH_KINDS)[number];
