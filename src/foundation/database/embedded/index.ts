export { databaseTrouble } from './database-trouble.js';
export { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
export { type OpenDatabase, openDatabase, prepareSchema } from './open-database.js';
export { type ReachedDatabase, reachDatabase } from './reach-database.js';
