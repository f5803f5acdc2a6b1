export const BOOKING_KINDS = ['room', 'commissioner', 'witness', 'interpreter'] as const;
export type BookingKind = (typeof BOOKING_KINDS)[number];
