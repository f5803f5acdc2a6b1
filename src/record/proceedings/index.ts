import { Attendance } from './attendance/attendance.entity.js';
import { Minutes } from './minutes/minutes.entity.js';
import { Motion } from './motions/motion.entity.js';
import { Vote } from './motions/voting/vote.entity.js';
import { SignInCount } from './sign-ins/sign-in-count.entity.js';
import { SignIn } from './sign-ins/sign-in.entity.js';

export { AttendanceService } from './attendance/attendance.service.js';
export { MotionService } from './motions/motion.service.js';
export { RollCallService } from './motions/voting/roll-call.service.js';
export { ProceedingsModule } from './proceedings.module.js';
export { MinutesApprovalService } from './minutes/approval/minutes-approval.service.js';
export { MinutesVersionService } from './minutes/minutes-version.service.js';
export { MinutesService } from './minutes/minutes.service.js';
export { SignInService } from './sign-ins/sign-in.service.js';

export const PROCEEDINGS_ENTITIES = [SignIn, SignInCount, Attendance, Motion, Vote, Minutes];
