export const END_REASONS = ['expired', 'resigned', 'removed', 'died', 'succeeded'] as const;
export type EndReason = (typeof END_REASONS)[number];
