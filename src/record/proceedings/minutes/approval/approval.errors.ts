import { type DomainError, notReady } from '#src/foundation/common/index.js';

export const alreadyApproved = (): DomainError =>
  notReady('MINUTES_APPROVED', 'These were approved and stay as they are. A correction is another version.');

export const minutesOutdated = (): DomainError =>
  notReady('MINUTES_OUTDATED', 'A later version was approved already.');

export const approvedTooEarly = (): DomainError =>
  notReady('APPROVED_BEFORE_HELD', 'Minutes are approved at their own hearing or at a later one.');

export const approvalNotNoticed = (): DomainError =>
  notReady('APPROVAL_NOT_NOTICED', 'Minutes are approved at a hearing that was noticed and held.');

export const approvalNotOpen = (): DomainError =>
  notReady(
    'APPROVAL_NOT_OPEN',
    'The open minutes are approved in the open: at a public hearing, in an open session.',
  );

export const sessionNotOpened = (): DomainError =>
  notReady('APPROVAL_SESSION_NOT_HELD', 'That session was not opened.');

export const motionElsewhere = (): DomainError =>
  notReady('MOTION_ELSEWHERE', 'The motion was not made in that session.');

export const motionOfOtherKind = (): DomainError =>
  notReady('MOTION_OF_OTHER_KIND', 'Minutes are approved by a motion of the kind approve_minutes.');

export const motionNotCarried = (): DomainError =>
  notReady('MOTION_NOT_CARRIED', 'The motion did not carry.');

export const motionUsed = (): DomainError =>
  notReady(
    'MOTION_USED',
    'That motion approved minutes, and stands. A correction takes a motion of its own.',
  );
