import { Onward } from '../rendering/page.js';

const NEXT: Readonly<Record<string, string>> = {
  second_factor: '/sign-in/second-factor',
  enrolment: '/account/factors',
  whole: '/account',
};

/** Where whoever has come so far goes on; undefined: from the beginning. */
export function onwardFrom(stage: string | undefined): Onward | undefined {
  const path = stage === undefined ? undefined : NEXT[stage];
  return path === undefined ? undefined : new Onward(path);
}
