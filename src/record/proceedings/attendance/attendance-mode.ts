export const ATTENDANCE_MODES = ['in_person', 'remote'] as const;
export type AttendanceMode = (typeof ATTENDANCE_MODES)[number];
