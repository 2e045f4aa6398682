import { defineConfig } from 'prisma/config'

// `prisma generate` must not demand a database; every other command of ours goes through scripts/ and lib/migrations.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
