import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { withClient } from './client'
import { migrate } from './migrations'
import { difference } from './schema-engine'

/** What a database consists of, as PostgreSQL's catalogs tell it: one line for each column, index, constraint, trigger, function, type. */
const CATALOG = `
  SELECT format('column %s.%s %s%s default %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN ' not null' END, coalesce(pg_get_expr(d.adbin, d.adrelid), '-')) AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT format('index %s', pg_get_indexdef(indexrelid)) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace
  UNION ALL SELECT format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
  UNION ALL SELECT format('trigger %s', pg_get_triggerdef(t.oid)) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT tgisinternal
  UNION ALL SELECT format('function %s', pg_get_functiondef(p.oid)) FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
  UNION ALL SELECT format('enum %s %s', t.typname, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)) FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname
  UNION ALL SELECT format('extension %s', extname) FROM pg_extension
  ORDER BY 1`

/**
 * Builds one scratch database from the migrations and one from `schema.prisma` with `extra.sql`, and returns every line in which
 * their catalogs differ. `url` is a server where databases may be made; its own data is not touched.
 */
export async function drift(url: string, folder?: string): Promise<string[]> {
  return withScratch(url, async (migrated) =>
    withScratch(url, async (declared) => {
      await migrate(migrated, folder)
      await declare(url, declared)
      const [have, want] = await Promise.all([catalog(migrated), catalog(declared)])
      const missing = [...want.difference(have)].map((line) => `missing in the migrations: ${line}`)
      const extra = [...have.difference(want)].map((line) => `only in the migrations: ${line}`)
      return [...missing, ...extra]
    }),
  )
}

async function declare(url: string, declared: string) {
  const schema = { path: 'prisma/schema.prisma', content: await readFile('prisma/schema.prisma', 'utf8') }
  const sql = await difference(url, 'empty', schema)
  await withClient(declared, async (client) => {
    await client.query(sql ?? '')
    await client.query(await readFile('prisma/extra.sql', 'utf8'))
  })
}

async function catalog(url: string): Promise<Set<string>> {
  const { rows } = await withClient(url, (client) => client.query(CATALOG))
  return new Set(rows.map(({ line }) => line as string).filter((line) => !line.includes('_prisma_migrations')))
}

/** A database of its own for `work`, dropped afterwards. */
export async function withScratch<T>(url: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `scratch_${randomBytes(6).toString('hex')}`
  await withClient(url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`))
  const scratch = new URL(url)
  scratch.pathname = `/${name}`
  try {
    return await work(scratch.href)
  } finally {
    await withClient(url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
  }
}
