/** What this room asks and `trust/accounts` answers: to run work as somebody. */
export interface JobOwners {
  /**
   * Runs `work` as the owner with the roles they have now, or as nobody.
   *
   * @throws DomainError OWNER_GONE when the owner may no longer act
   */
  run<T>(owner: string | null, work: () => Promise<T>): Promise<T>;
}

export const JOB_OWNERS = Symbol('JobOwners');
