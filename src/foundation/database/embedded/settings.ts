export interface ServerSettings {
  /** False only for throw-away clusters: a crash of the machine would ruin the data. */
  durable: boolean;
}

/**
 * The whole postgresql.conf, written anew at each start. Memory is modest, for a server idle on a small
 * machine; no statement and no parameter ever reaches the log, since either may hold protected words.
 */
export function postgresqlConf({ durable }: ServerSettings): string {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: '60',
    shared_buffers: '128MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '1GB',
    max_wal_size: '512MB',
    min_wal_size: '80MB',
    jit: 'off',
    random_page_cost: '1.1',
    timezone: 'UTC',
    datestyle: 'iso, mdy',
    lc_messages: 'C',
    default_text_search_config: 'pg_catalog.english',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_statement: 'none',
    log_min_duration_statement: '-1',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    // Above `error`: even an error's first line may quote a value ("invalid input syntax ...").
    log_min_messages: 'log',
    log_checkpoints: 'off',
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return ['# Written by Hearth at every start; changes made here are lost.', ...lines, ''].join('\n');
}
