import { RecusalRepository } from './recusal.repository.js';

export const MATTER_PROVIDERS = [RecusalRepository];
