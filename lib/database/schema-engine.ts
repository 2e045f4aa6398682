import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { DiffTarget, SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'

/** A place in the engine's sense: a schema file's text, or nothing at all. */
export type Schema = { path: string; content: string } | 'empty'

type Bindings = typeof import('@prisma/schema-engine-wasm') & { __wbg_set_wasm: (exports: unknown) => void }

/** Prisma's own migration engine, compiled to WebAssembly: nothing is downloaded. It never introspects and never gets a shadow database. */
export async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const bindings = await load()
  const scripts = new WholeScripts({ connectionString: url })
  const adapter = bindMigrationAwareSqlAdapterFactory(scripts)
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter)
  try {
    return await work(engine)
  } catch (error) {
    throw scripts.failure ?? error // The engine only says "external error"; PostgreSQL said which.
  } finally {
    engine.free()
    await scripts.close()
  }
}

/** The SQL that leads from one schema to another; nothing when they are the same. */
export async function difference(url: string, from: Schema, to: Schema): Promise<string | undefined> {
  return withEngine(url, async (engine) => {
    const output = await engine.diff({
      from: target(from),
      to: target(to),
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return output.exitCode === 0 ? undefined : (output.stdout ?? undefined)
  })
}

function target(schema: Schema): DiffTarget {
  return schema === 'empty' ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [schema] }
}

// Marks the migration that is under way as done, inside its own transaction.
const DONE = `;
DO $done$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    UPDATE "_prisma_migrations" SET finished_at = now(), applied_steps_count = 1 WHERE finished_at IS NULL AND rolled_back_at IS NULL;
  END IF;
END $done$;`

/**
 * Prisma's adapter cuts a script at every semicolon, also inside a function's body, and runs the pieces one by one on any connection.
 * Here a migration is one script on one connection: PostgreSQL runs it as one transaction, and a kill leaves all of it or nothing.
 */
class WholeScripts extends PrismaPg {
  failure: unknown
  readonly #config: pg.PoolConfig
  readonly #pools: pg.Pool[] = []

  constructor(config: pg.PoolConfig) {
    super(config)
    this.#config = config
  }

  override async connect() {
    const adapter = await super.connect()
    this.#pools.push(adapter.underlyingDriver())
    const executeScript = (script: string) =>
      runWhole(this.#config, script).catch((error) => {
        this.failure = error
        throw error
      })
    return Object.assign(adapter, { executeScript })
  }

  /** The engine does not close what it opened. */
  async close() {
    await Promise.all(this.#pools.map((pool) => pool.end()))
  }
}

async function runWhole(config: pg.PoolConfig, script: string) {
  const client = new pg.Client(config)
  await client.connect()
  try {
    await client.query(script + DONE)
  } finally {
    await client.end()
  }
}

const ENGINE = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')

let loaded: Promise<Bindings> | undefined

function load(): Promise<Bindings> {
  loaded ??= instantiate()
  return loaded
}

async function instantiate(): Promise<Bindings> {
  const bindings = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as Bindings
  const file = ENGINE.replace(/\.js$/, '.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': bindings as never,
  })
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return bindings
}
