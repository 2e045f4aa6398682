import { door } from '@/lib/door'
import { drop } from '@/lib/jobs/given-up'
import { WorkInput } from '@/lib/jobs/schema'
import { adminJobsPath } from '@/lib/paths'

export const POST = door({
  name: 'dropWork',
  input: WorkInput,
  allowance: { points: 300, perSeconds: 3600 },
  form: adminJobsPath,
  perform: drop,
})
