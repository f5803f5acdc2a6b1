/** What a refusal's body holds. */
export interface Problem {
  code: string;
  status: number;
  instance: string;
  requestId: string;
  errors: { pointer: string; code: string; detail: string }[];
}
