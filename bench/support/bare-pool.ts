import pg from 'pg';

/** The driver with the options of the product's own pool, and nothing around it. */
export function barePool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 16, pipeline: true } as pg.PoolConfig);
  // The server goes away at the end of a measurement while connections of the pool still close.
  pool.on('error', () => undefined);
  return pool;
}
